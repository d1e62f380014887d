import { isRunning } from "../run";
import type { PaneRuns, RunRecord } from "./experiment";

export type SpreadGroup = { text: string; count: number; share: number; index: number };

/** Equal answers of one series, most frequent first; `share` is of the answers that came to an end. */
export type Spread = {
  series: string;
  runs: number;
  finished: number;
  /** Runs that are over without a whole answer: failed, stopped or cut. */
  lost: number;
  groups: SpreadGroup[];
};

/**
 * Groups the runs made in the same series ("Run n times") as `record` by equal text. `index` is the place of the first
 * such run among the pane's records. Undefined when the record was no part of a series. Cut and failed runs count as
 * runs but not as answers.
 */
export function spreadOf(runs: PaneRuns, record: RunRecord | undefined): Spread | undefined {
  if (!record?.series) return undefined;
  const counts = new Map<string, { count: number; index: number }>();
  let total = 0;
  let finished = 0;
  let lost = 0;
  runs.records.forEach(({ series, run }, index) => {
    if (series !== record.series) return;
    total += 1;
    if (isRunning(run)) return;
    if (run.state === "failed" || run.end?.reason === "cut" || run.end?.reason === "stopped") {
      lost += 1;
      return;
    }
    finished += 1;
    const group = counts.get(run.text);
    if (group) group.count += 1;
    else counts.set(run.text, { count: 1, index });
  });
  const groups = [...counts].map(([text, { count, index }]) => ({
    text,
    count,
    share: count / finished,
    index,
  }));
  return {
    series: record.series,
    runs: total,
    finished,
    lost,
    groups: groups.toSorted((a, b) => b.count - a.count),
  };
}

export type Lengths = { least: number; median: number; most: number };

/** The shortest, the middle and the longest of a spread's answers, each as often as it came. */
export function lengthsOf(groups: readonly SpreadGroup[], measure: (text: string) => number): Lengths {
  const all = groups
    .flatMap(({ text, count }) => Array<number>(count).fill(measure(text)))
    .toSorted((a, b) => a - b);
  const at = (place: number) => all[place] ?? 0;
  const last = all.length - 1;
  return {
    least: at(0),
    median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
    most: at(last),
  };
}
