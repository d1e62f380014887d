import { isRunning } from "../run";
import { paneRuns, type Desk, type RunRecord } from "./experiment";

/** Whether a run came to an end with an answer, if only a part of one. */
export function isComparable({ run }: RunRecord): boolean {
  return !isRunning(run) && run.state !== "failed";
}

/** Whether a pane has an answer, and there is another one to compare it with. */
export function canCompare(desk: Desk, pane: string): boolean {
  const others = desk.experiment.panes.some(
    ({ id }) => id !== pane && paneRuns(desk, id).records.some(isComparable),
  );
  const own = paneRuns(desk, pane).records;
  const first = own.findIndex(isComparable);
  return first >= 0 && (others || own.some((record, at) => at > first && isComparable(record)));
}
