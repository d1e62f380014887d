import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { PlayIcon, StopIcon } from "@/components/ui/icons";
import type { Target } from "@/lib/catalog/targets";
import type { Pane } from "@/lib/playground/experiment";
import { useDeskTools, useTarget } from "./desk-context";
import { useKeySource } from "./key-ring";
import { Lockable } from "./lockable";
import { ModelPicker } from "./model-picker";
import { PaneDifferences } from "./pane-differences";
import { PaneMenu } from "./pane-menu";
import { useRunsStatus } from "./use-runs";

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
  const target = useTarget(pane.model);
  const { series } = useRunsStatus(runs);
  return (
    <header className="border-b border-line px-3.5 py-2">
      {/* Where a pane is narrow, the place of its text goes below the name: both are to be read. */}
      <div className="flex items-center gap-x-2 gap-y-1 @max-xs:flex-wrap">
        <span
          aria-hidden
          className="rounded-md border border-edge px-1.5 text-xs font-semibold in-data-region-entry:border-accent in-data-region-entry:bg-accent in-data-region-entry:text-accent-ink"
        >
          {number}
        </span>
        <div className="min-w-0 @max-xs:flex-1">
          <Lockable control="model">
            <ModelPicker
              model={pane.model}
              invalid={!target}
              onChange={(model) => store.dispatch({ type: "setModel", pane: pane.id, model })}
            />
          </Lockable>
        </div>
        <PlaceOfText target={target} />
        {running ? (
          <IconButton label={t("stop", { number })} onClick={() => runs.stop(pane.id)}>
            <StopIcon />
          </IconButton>
        ) : (
          <IconButton
            label={t("run", { number })}
            // A series of other panes goes on with nothing new beside it.
            disabled={series !== undefined}
            onClick={() => void runs.play([pane.id])}
          >
            <PlayIcon />
          </IconButton>
        )}
        <PaneMenu pane={pane} number={number} running={running} enlarged={enlarged} onEnlarge={onEnlarge} />
      </div>
      <PaneDifferences pane={pane} />
      {!target && (
        <p role="alert" className="mt-1.5 text-xs text-danger">
          {t("unknownProvider", {
            provider: pane.model.split("/")[0] ?? "",
            models: providers.map(({ id }) => id).join(", "),
          })}
        </p>
      )}
    </header>
  );
}

const PLACE = "min-w-16 flex-1 text-xs text-mute @max-xs:order-1 @max-xs:basis-full";

/** Where the text goes, and with whose key. */
function PlaceOfText({ target }: { target: Target | undefined }) {
  const t = useTranslations("pane");
  const { keys, openKeys } = useDeskTools();
  const source = useKeySource(keys, target?.provider);
  const { place, host = "", keyHeader } = target?.provider ?? {};
  if (place !== "host") return <span className={PLACE}>{t(place ? "place.server" : "place.unknown")}</span>;
  const text =
    keyHeader === undefined || source === "none"
      ? t("place.host", { host })
      : t(source === "own" ? "place.hostOwnKey" : "place.hostServerKey", { host });
  return (
    <span className={`${PLACE} wrap-anywhere`}>
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
