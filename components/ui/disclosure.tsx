import { useCallback, useState, type ReactNode } from "react";
import { ChevronRightIcon } from "./icons";

export type DisclosureProps = {
  title: string;
  /** Says in a word what is inside. */
  note?: string;
  /** Whether it begins unfolded. */
  unfolded?: boolean;
  children: ReactNode;
};

/** A part that is folded away behind its title. It is made when it is first unfolded: a first visit lays out what it shows. */
export function Disclosure({ title, note, unfolded = false, children }: DisclosureProps) {
  const [isMade, setMade] = useState(unfolded);
  // It may have been unfolded before the page's scripts were there.
  const look = useCallback((part: HTMLDetailsElement | null) => {
    if (part?.open) setMade(true);
  }, []);
  return (
    <details
      ref={look}
      open={unfolded}
      onToggle={(event) => look(event.currentTarget)}
      className="group border-b border-line"
    >
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 text-mute hover:text-ink [&::-webkit-details-marker]:hidden">
        <span className="group-open:rotate-90">
          <ChevronRightIcon />
        </span>
        <span>{title}</span>
        {note && <span className="text-xs">{note}</span>}
      </summary>
      {isMade && <div className="pb-3">{children}</div>}
    </details>
  );
}
