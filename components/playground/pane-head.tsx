import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { PlayIcon, StopIcon } from "@/components/ui/icons";
import type { Target } from "@/lib/catalog/targets";
import type { Pane } from "@/lib/playground/experiment";
import { useDeskPart, useDeskTools, useTarget } from "./desk-context";
import { useKeySource } from "./key-ring";
import { Lockable } from "./lockable";
import { ModelPicker } from "./model-picker";
import { PaneMenu } from "./pane-menu";
import { useDifferences, useDifferenceText } from "./use-pane-title";

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
  const { store, runs, providers } = useDeskTools();
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const differences = useDifferences();
  const differenceText = useDifferenceText();
  const target = useTarget(pane.model);
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line px-3.5 py-2">
      <span
        aria-hidden
        className="rounded-md border border-edge px-1.5 text-xs font-semibold in-data-region-entry:border-accent in-data-region-entry:bg-accent in-data-region-entry:text-accent-ink"
      >
        {number}
      </span>
      <Lockable control="model">
        <ModelPicker
          model={pane.model}
          invalid={!target}
          onChange={(model) => store.dispatch({ type: "setModel", pane: pane.id, model })}
        />
      </Lockable>
      <PlaceOfText target={target} />
      {running ? (
        <IconButton label={t("stop", { number })} onClick={() => runs.stop(pane.id)}>
          <StopIcon />
        </IconButton>
      ) : (
        <IconButton label={t("run", { number })} onClick={() => void runs.play([pane.id])}>
          <PlayIcon />
        </IconButton>
      )}
      <PaneMenu pane={pane} number={number} running={running} enlarged={enlarged} onEnlarge={onEnlarge} />
      <ul className="flex basis-full flex-wrap gap-1.5 empty:hidden">
        {differences(pane, panes).map((difference) => (
          <li
            key={difference.key}
            className="rounded-[5px] border border-edge px-2 text-xs font-medium wrap-anywhere"
          >
            {differenceText(difference)}
          </li>
        ))}
      </ul>
      {!target && (
        <p role="alert" className="basis-full text-xs text-danger">
          {t("unknownProvider", {
            provider: pane.model.split("/")[0] ?? "",
            models: providers.map(({ id }) => id).join(", "),
          })}
        </p>
      )}
    </header>
  );
}

/** Where the text goes, and with whose key. */
function PlaceOfText({ target }: { target: Target | undefined }) {
  const t = useTranslations("pane");
  const { keys, openKeys } = useDeskTools();
  const source = useKeySource(keys, target?.provider);
  const { place, host = "", keyHeader } = target?.provider ?? {};
  if (place !== "host")
    return (
      <span className="min-w-0 flex-1 text-xs text-mute">{t(place ? "place.server" : "place.unknown")}</span>
    );
  const text =
    keyHeader === undefined || source === "none"
      ? t("place.host", { host })
      : t(source === "own" ? "place.hostOwnKey" : "place.hostServerKey", { host });
  return (
    <span className="min-w-0 flex-1 text-xs wrap-anywhere text-mute">
      {text}{" "}
      {keyHeader !== undefined && source === "none" && (
        <button
          type="button"
          onClick={openKeys}
          className="min-h-6 cursor-pointer text-ink underline underline-offset-2"
        >
          {t("addKey")}
        </button>
      )}
    </span>
  );
}
