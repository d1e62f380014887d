import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CountField } from "@/components/ui/count-field";
import { Kbd } from "@/components/ui/kbd";
import { isAnswering, TIMES, timesOf } from "@/lib/playground/experiment";
import { useDeskPart, useDeskTools } from "./desk-context";
import { useRunsStatus } from "./use-runs";

/** Whether any pane is waiting for or writing an answer. */
export function useIsRunning(): boolean {
  return useDeskPart((desk) => Object.keys(desk.runs).some((pane) => isAnswering(desk, pane)));
}

/** Run, Stop while something runs, and Run n times. Buttons stay in place and keep focus; a busy one says so. */
export function RunButtons({ wide }: { wide: boolean }) {
  const t = useTranslations("desk");
  const { store, runs } = useDeskTools();
  const { series } = useRunsStatus(runs);
  const running = useIsRunning() || series !== undefined;
  const play = (often?: number) => {
    if (!running)
      void runs.play(
        store.get().experiment.panes.map((pane) => pane.id),
        often,
      );
  };
  /** On a phone these two stand in the bar at the bottom. */
  const narrowHidden = wide ? "max-sm:hidden" : "";
  return (
    <>
      <Button
        variant="primary"
        className={narrowHidden}
        aria-disabled={running}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => play()}
      >
        {t("run")}
        {wide && <Kbd>Ctrl+Enter</Kbd>}
      </Button>
      {running && (
        <Button className={narrowHidden} onClick={() => runs.stop()}>
          {t("stop")}
        </Button>
      )}
      {wide && <RunTimes isBusy={running} onPlay={play} />}
      {wide && series && (
        <span className="text-xs text-mute">{t("runningTimes", { made: series.made, of: series.of })}</span>
      )}
    </>
  );
}

/** Runs as often as the field beside it says. */
function RunTimes({ isBusy, onPlay }: { isBusy: boolean; onPlay: (times: number) => void }) {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const times = useDeskPart(timesOf);
  const [isWrong, setWrong] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant="outline"
        aria-disabled={isBusy || isWrong}
        onClick={() => {
          if (!isWrong) onPlay(times);
        }}
      >
        {t("runTimes", { times })}
      </Button>
      <CountField
        label={t("times")}
        value={times}
        min={TIMES.least}
        max={TIMES.most}
        error={t("timesRange", TIMES)}
        onChange={(count) => {
          setWrong(count === undefined);
          if (count !== undefined) store.dispatch({ type: "setTimes", times: count });
        }}
      />
    </div>
  );
}
