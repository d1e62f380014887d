import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDeskPart } from "./desk-context";
import { PaneCard } from "./pane-card";

/**
 * The panes, as many side by side as keep 280 px each, none lower than 240 px: what is too much for the window scrolls.
 * Or one of them alone.
 */
export function PaneGrid() {
  const t = useTranslations("desk");
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const [enlarged, setEnlarged] = useState<string>();
  const shown = panes.some((pane) => pane.id === enlarged) ? enlarged : undefined;
  return (
    <section
      id="panes"
      tabIndex={-1}
      aria-label={t("panes")}
      className="grid min-h-0 flex-1 auto-rows-[minmax(15rem,1fr)] grid-cols-[repeat(auto-fit,minmax(min(17.5rem,100%),1fr))] gap-4 p-4 max-sm:auto-rows-auto"
    >
      {panes.map((pane, index) =>
        shown && pane.id !== shown ? null : (
          <PaneCard
            key={pane.id}
            pane={pane}
            number={index + 1}
            enlarged={pane.id === shown}
            onEnlarge={setEnlarged}
          />
        ),
      )}
    </section>
  );
}
