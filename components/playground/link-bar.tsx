import { partOf } from "@/components/ui/on-demand";
import { useDesk, type DeskStore } from "./desk-store";
import { LaterPart } from "./later-part";
import type { LinkFault } from "./open-arrived";

const NOTICES = partOf(() => import("./link-notices"));

/** Under the header, where a phone shows it first: where a desk is from that came with a link, or why one did not. */
export function LinkBar({
  store,
  fault,
  onFaultRead,
}: {
  store: DeskStore;
  fault: LinkFault | undefined;
  onFaultRead: () => void;
}) {
  const isLinked = useDesk(store, (desk) => desk.link !== undefined);
  if (!isLinked && !fault) return null;
  return (
    <div className="max-h-[40dvh] shrink-0 overflow-y-auto border-b border-line px-4 pb-2 empty:hidden">
      <LaterPart part={NOTICES} props={{ fault, onFaultRead }} meanwhile={null} />
    </div>
  );
}
