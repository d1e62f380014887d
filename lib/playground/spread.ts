import type { PaneRuns, RunRecord } from "./experiment";

/** Equal answers of one series, most frequent first; `share` is of the answers that came to an end. */
export type Spread = {
  runs: number;
  finished: number;
  groups: { text: string; count: number; share: number; index: number }[];
};

/**
 * Groups the runs made in the same series ("Run 10 times") as `record` by equal text. `index` is the place of the first
 * such run among the pane's records. Undefined when the record was no part of a series. Cut and failed runs count as
 * runs but not as answers.
 */
export function spreadOf(runs: PaneRuns, record: RunRecord | undefined): Spread | undefined {
  if (!record?.series) return undefined;
  const counts = new Map<string, { count: number; index: number }>();
  let total = 0;
  let finished = 0;
  runs.records.forEach(({ series, run }, index) => {
    if (series !== record.series) return;
    total += 1;
    if (run.state !== "ended" || run.end?.reason === "cut" || run.end?.reason === "stopped") return;
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
  return { runs: total, finished, groups: groups.toSorted((a, b) => b.count - a.count) };
}
