import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { PartMissing } from "@/components/part-missing";
import { Switch } from "@/components/ui/switch";
import { firstPaneAway } from "@/lib/playground/first-pane-away";
import { useDeskPart, useDeskTools } from "./desk-context";
import { loadWatching } from "./use-run-as-i-move";

/** The switch beside Run that plays a pane again when its faders were moved; where that would cost something, why not. */
export function RunAsIMove() {
  const t = useTranslations("desk");
  const { store, providers } = useDeskTools();
  const isOn = useDeskPart((desk) => desk.runAsIMove ?? false);
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const [isMissing, setMissing] = useState(false);
  const away = firstPaneAway(panes, providers);
  const id = useId();
  const turn = (on: boolean) => {
    if (!on) return store.dispatch({ type: "setRunAsIMove", on });
    // On means that it works: not before its code is there.
    loadWatching().then(
      () => {
        setMissing(false);
        store.dispatch({ type: "setRunAsIMove", on });
      },
      () => setMissing(true),
    );
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-2">
      <Switch
        label={t("runAsIMove")}
        checked={isOn && away === 0}
        disabled={away > 0}
        describedBy={away > 0 ? id : undefined}
        onChange={turn}
      />
      {away > 0 && (
        <span id={id} className="text-xs text-mute">
          {t("runAsIMoveNot", { number: away })}
        </span>
      )}
      {isMissing && <PartMissing onAgain={() => turn(true)} />}
    </div>
  );
}
