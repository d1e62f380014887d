import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isRunning } from "@/lib/run";
import { paneRuns, shownRecord, type Desk } from "@/lib/playground/experiment";
import { useDeskTools } from "./desk-context";
import { useStateWord } from "./pane-foot";

/**
 * The one polite status of the desk: says once that panes run and once how they ended, never token by token
 * (requirements R69).
 */
export function StatusAnnouncer() {
  const t = useTranslations();
  const { store } = useDeskTools();
  const stateWord = useStateWord();
  const [text, setText] = useState("");
  const wasRunning = useRef(0);
  useEffect(() => {
    return store.subscribe(() => {
      const desk = store.get();
      const now = runningPanes(desk).length;
      if (now > 0 && wasRunning.current === 0) setText(t("desk.announce.running", { panes: now }));
      if (now === 0 && wasRunning.current > 0) setText(summary(desk));
      wasRunning.current = now;
    });
    function summary(desk: Desk): string {
      return desk.experiment.panes
        .flatMap(({ id }, index) => {
          const run = shownRecord(paneRuns(desk, id))?.run;
          return run ? [`${t("pane.title", { number: index + 1, name: stateWord(run) })}.`] : [];
        })
        .join(" ");
    }
  }, [store, t, stateWord]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}

function runningPanes(desk: Desk): string[] {
  return Object.keys(desk.runs).filter((id) => paneRuns(desk, id).records.some(({ run }) => isRunning(run)));
}
