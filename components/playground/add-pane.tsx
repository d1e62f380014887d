import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { newId } from "@/lib/new-id";
import { MAX_PANES } from "@/lib/playground/experiment";
import { useDeskPart, useDeskTools } from "./desk-context";
import { Lockable } from "./lockable";

/** Adds a copy of the selected pane, up to eight. */
export function AddPane() {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const isFull = useDeskPart((desk) => desk.experiment.panes.length >= MAX_PANES);
  return (
    <div className="flex items-center gap-3 px-4 pb-3 max-sm:pt-4">
      <Lockable control="panes" className="flex items-center gap-3">
        <Button
          size="small"
          disabled={isFull}
          onClick={() => store.dispatch({ type: "addPane", id: newId(), from: store.get().selected })}
        >
          <PlusIcon />
          {t("addPane")}
        </Button>
      </Lockable>
      {isFull && <span className="text-xs text-mute">{t("tooManyPanes")}</span>}
    </div>
  );
}
