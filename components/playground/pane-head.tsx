import { useTranslations } from "use-intl";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { PlayIcon, StopIcon } from "@/components/ui/icons";
import { modelLabel, MODELS, readModelId } from "@/lib/catalog/models";
import { PROVIDERS, providerRow } from "@/lib/catalog/providers";
import { differencesOf } from "@/lib/playground/differences";
import type { Pane } from "@/lib/playground/experiment";
import { useDeskPart, useDeskTools } from "./desk-context";
import { PaneMenu } from "./pane-menu";
import { useDifferenceText } from "./use-pane-title";

const MODEL_OPTIONS = MODELS.map(({ id, label, provider }) => ({
  value: id,
  label,
  detail: providerRow(provider).label,
}));

export type PaneHeadProps = {
  pane: Pane;
  number: number;
  running: boolean;
  enlarged: boolean;
  onEnlarge: () => void;
};

/** The head of a pane: its model, where the text goes, what sets it apart, run, stop and the rest in a menu. */
export function PaneHead({ pane, number, running, enlarged, onEnlarge }: PaneHeadProps) {
  const t = useTranslations("pane");
  const { store, runs } = useDeskTools();
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const differenceText = useDifferenceText();
  const { provider } = readModelId(pane.model);
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line px-3.5 py-2">
      <Combobox
        label={t("model")}
        value={pane.model}
        valueLabel={modelLabel(pane.model)}
        options={MODEL_OPTIONS}
        invalid={!provider}
        onChange={(model) =>
          store.dispatch({ type: "setModel", pane: pane.id, model: model.trim() || pane.model })
        }
      />
      <span className="min-w-0 flex-1 text-xs text-mute">
        {provider ? t(`place.server`) : t("place.unknown")}
      </span>
      {running ? (
        <IconButton label={t("stop", { number })} onClick={() => runs.stop(pane.id)}>
          <StopIcon />
        </IconButton>
      ) : (
        <IconButton label={t("run", { number })} onClick={() => void runs.play([pane.id])}>
          <PlayIcon />
        </IconButton>
      )}
      <PaneMenu pane={pane} number={number} enlarged={enlarged} onEnlarge={onEnlarge} />
      <ul className="flex basis-full flex-wrap gap-1.5 empty:hidden">
        {differencesOf(pane, panes).map((difference) => (
          <li
            key={difference.key}
            className="rounded-[5px] border border-edge px-2 text-xs font-medium wrap-anywhere"
          >
            {differenceText(difference)}
          </li>
        ))}
      </ul>
      {!provider && (
        <p role="alert" className="basis-full text-xs text-danger">
          {t("unknownProvider", {
            provider: pane.model.split("/")[0] ?? "",
            models: Object.keys(PROVIDERS).join(", "),
          })}
        </p>
      )}
    </header>
  );
}
