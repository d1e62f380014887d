import { cutOff, isRunning } from "../run";
import type { Desk, PaneRuns } from "./experiment";

/** A desk that nobody plays on any more: what still ran has stopped, with what had come. */
export function settledDesk({ replay: _, ...desk }: Omit<Desk, "undo">): Omit<Desk, "undo"> {
  const runs = Object.entries(desk.runs).map(([pane, each]) => [pane, settled(each)]);
  return { ...desk, runs: Object.fromEntries(runs) as Desk["runs"] };
}

function settled(runs: PaneRuns): PaneRuns {
  if (!runs.records.some(({ run }) => isRunning(run))) return runs;
  return {
    ...runs,
    records: runs.records.map((record) => ({ ...record, run: cutOff(record.run, "stopped") })),
  };
}
