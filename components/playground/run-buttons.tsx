import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { isRunning } from "@/lib/run";
import { useDeskPart, useDeskTools } from "./desk-context";
import { useRunsStatus } from "./use-runs";

const SERIES_LENGTH = 10;

/** Whether any pane is waiting for or writing an answer. */
export function useIsRunning(): boolean {
  return useDeskPart((desk) =>
    Object.values(desk.runs).some(({ records }) => records.some(({ run }) => isRunning(run))),
  );
}

/** Run, Stop while something runs, and Run 10 times. Buttons stay in place and keep focus; a busy one says so. */
export function RunButtons({ wide }: { wide: boolean }) {
  const t = useTranslations("desk");
  const { store, runs } = useDeskTools();
  const { series } = useRunsStatus(runs);
  const running = useIsRunning() || series !== undefined;
  const play = (times?: number) => {
    if (!running)
      void runs.play(
        store.get().experiment.panes.map((pane) => pane.id),
        times,
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
      {wide && (
        <Button variant="outline" aria-disabled={running} onClick={() => play(SERIES_LENGTH)}>
          {t("runTimes")}
        </Button>
      )}
      {wide && series && <span className="text-xs text-mute">{t("runningTimes", series)}</span>}
    </>
  );
}
