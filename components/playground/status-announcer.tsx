import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { countWords } from "@/lib/count-words";
import { isRunning } from "@/lib/run";
import { paneRuns, type Desk } from "@/lib/playground/experiment";
import { spreadOf } from "@/lib/playground/spread";
import { useDeskTools } from "./desk-context";
import { useStateWord } from "./pane-foot";

/**
 * The one polite status of the desk: says once that panes run and once how they ended, never token by token, and a series
 * of presses counts as one, which ends with what all of it came to (requirements R69).
 */
export function StatusAnnouncer() {
  const t = useTranslations("desk.announce");
  const tPane = useTranslations("pane");
  const locale = useLocale();
  const { store, runs } = useDeskTools();
  const stateWord = useStateWord();
  const [text, setText] = useState("");
  /** The panes that have run since the start was said. */
  const said = useRef(new Set<string>());
  const summary = (desk: Desk) =>
    desk.experiment.panes
      .flatMap(({ id }, index) => {
        const runs = paneRuns(desk, id);
        const record = runs.records.at(-1);
        if (!record || !said.current.has(id)) return [];
        const { run } = record;
        const spread = spreadOf(runs, record);
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
    if (now.length > 0 && said.current.size === 0) setText(t("running", { panes: now.length }));
    for (const id of now) said.current.add(id);
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

function runningPanes(desk: Desk): string[] {
  return Object.keys(desk.runs).filter((id) => paneRuns(desk, id).records.some(({ run }) => isRunning(run)));
}
