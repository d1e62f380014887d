import { useEffect, useEffectEvent, useRef, useState } from "react";
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
  const running = useRef(0);
  const summary = (desk: Desk) =>
    desk.experiment.panes
      .flatMap(({ id }, index) => {
        const run = shownRecord(paneRuns(desk, id))?.run;
        return run ? [`${t("pane.title", { number: index + 1, name: stateWord(run) })}.`] : [];
      })
      .join(" ");
  const onChange = useEffectEvent(() => {
    const desk = store.get();
    const now = runningPanes(desk).length;
    if (now > 0 && running.current === 0) setText(t("desk.announce.running", { panes: now }));
    if (now === 0 && running.current > 0) setText(summary(desk));
    running.current = now;
  });
  useEffect(() => store.subscribe(onChange), [store]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}

function runningPanes(desk: Desk): string[] {
  return Object.keys(desk.runs).filter((id) => paneRuns(desk, id).records.some(({ run }) => isRunning(run)));
}
