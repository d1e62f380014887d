import { useRef } from "react";
import { useTranslations } from "use-intl";
import { partOf } from "@/components/ui/on-demand";
import { useSeen } from "@/components/ui/use-seen";
import { LaterPart } from "./later-part";
import type { LensProps } from "./lens";

/** Its code, texts and model come after the page is usable. */
const LENS = partOf(() => import("./lens"));

/** The lens, once it is looked at and there; its place is kept meanwhile, so nothing jumps. */
export function LensOnDemand(props: LensProps) {
  const t = useTranslations("rail");
  const place = useRef<HTMLElement>(null);
  const isSeen = useSeen(place);
  const meanwhile = <p className="text-xs text-mute">{t("lensLoading")}</p>;
  return (
    <section
      ref={place}
      aria-label={t("lens")}
      data-lens
      className="min-h-100 border-b border-line px-4 py-3"
    >
      {isSeen ? <LaterPart part={LENS} props={props} meanwhile={meanwhile} /> : meanwhile}
    </section>
  );
}
