import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { countWords } from "@/lib/count-words";
import { isRunning } from "@/lib/run";
import { paneRuns, runsOnShow, type Desk } from "@/lib/playground/experiment";
import { spreadOf } from "@/lib/playground/spread";
import { useDeskTools } from "./desk-context";
import { useStateWord } from "./pane-foot";

/**
 * The one polite status of the desk: says once that panes run and once how they ended, never token by token, and a series
 * of presses counts as one, which ends with what all of it came to (requirements R69).
 * Recorded answers that play again are said likewise.
 */
export function StatusAnnouncer() {
  const t = useTranslations("desk.announce");
  const tPane = useTranslations("pane");
  const locale = useLocale();
  const { store, runs } = useDeskTools();
  const stateWord = useStateWord();
  const [text, setText] = useState("");
  /** The panes that have run since the start was said, each with the last run in it. */
  const said = useRef(new Map<string, string>());
  const summary = (desk: Desk) =>
    desk.experiment.panes
      .flatMap(({ id }, index) => {
        const runs = paneRuns(desk, id);
        const record = runs.records.find((each) => each.id === said.current.get(id));
        if (!record) return [];
        const { run } = record;
        // Of a recorded series one answer plays again.
        const spread = record.recorded ? undefined : spreadOf(runs, record);
        const number = index + 1;
        if (!spread)
          return [t("answer", { number, state: stateWord(run), words: countWords(run.text, locale) })];
        const { runs: all, groups, lost } = spread;
        const state = tPane("spread", { runs: all, answers: groups.length, lost });
        return [t("answer", { number, state, words: 0 })];
      })
      .join(" ");
  const onChange = useEffectEvent(() => {
    const desk = store.get();
    const now = runningPanes(desk);
    if (now.length > 0 && said.current.size === 0)
      setText(t(desk.replay ? "replaying" : "running", { panes: now.length }));
    for (const [pane, record] of now) said.current.set(pane, record);
    const isOver = now.length === 0 && runs.status().series === undefined;
    if (!isOver || said.current.size === 0) return;
    setText(summary(desk));
    said.current.clear();
  });
  useEffect(() => {
    const leaveStore = store.subscribe(onChange);
    const leaveRuns = runs.subscribe(onChange);
    return () => {
      leaveStore();
      leaveRuns();
    };
  }, [store, runs]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}

function runningPanes(desk: Desk): [pane: string, record: string][] {
  return Object.keys(desk.runs).flatMap((pane): [string, string][] => {
    const record = runsOnShow(desk, pane).records.findLast(({ run }) => isRunning(run));
    return record ? [[pane, record.id]] : [];
  });
}
