import { useId } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import { firstPaneAway } from "@/lib/playground/run-as-i-move";
import { useDeskPart, useDeskTools } from "./desk-context";

/** The switch beside Run that plays a pane again when its faders were moved; where that would cost something, why not. */
export function RunAsIMove() {
  const t = useTranslations("desk");
  const { store, providers } = useDeskTools();
  const isOn = useDeskPart((desk) => desk.runAsIMove ?? false);
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const away = firstPaneAway(panes, providers);
  const id = useId();
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-2">
      <Switch
        label={t("runAsIMove")}
        checked={isOn && away === 0}
        disabled={away > 0}
        describedBy={away > 0 ? id : undefined}
        onChange={(on) => store.dispatch({ type: "setRunAsIMove", on })}
      />
      {away > 0 && (
        <span id={id} className="text-xs text-mute">
          {t("runAsIMoveNot", { number: away })}
        </span>
      )}
    </div>
  );
}
