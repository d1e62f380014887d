import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { newId } from "@/lib/new-id";
import { MAX_PANES } from "@/lib/playground/experiment";
import { useDeskPart, useDeskTools } from "./desk-context";
import { PaneCard } from "./pane-card";

/** The panes, as many side by side as keep 280 px each; or one of them alone. */
export function PaneGrid() {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const [enlarged, setEnlarged] = useState<string>();
  const shown = panes.some((pane) => pane.id === enlarged) ? enlarged : undefined;
  return (
    <section aria-label={t("panes")} className="flex flex-1 flex-col gap-3 p-4">
      <div className="grid flex-1 auto-rows-[minmax(15rem,1fr)] grid-cols-[repeat(auto-fit,minmax(min(17.5rem,100%),1fr))] gap-4">
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
      </div>
      <div className="flex items-center gap-3">
        <Button
          variant="outline"
          disabled={panes.length >= MAX_PANES}
          onClick={() => store.dispatch({ type: "addPane", id: newId(), from: store.get().selected })}
        >
          <PlusIcon />
          {t("addPane")}
        </Button>
        {panes.length >= MAX_PANES && <span className="text-xs text-mute">{t("tooManyPanes")}</span>}
      </div>
    </section>
  );
}
