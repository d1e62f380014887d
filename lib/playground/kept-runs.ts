import type { Run } from "../run";
import type { RunRecord } from "./experiment";

/** Beside its newest series a pane keeps this many runs. */
export const RUNS_KEPT = 20;

/**
 * The runs of a pane that are kept: the newest series whole, and the last of all others. What is left of a series that
 * lost some is a series no more: its shares would be wrong.
 */
export function keptRecords(records: RunRecord[]): RunRecord[] {
  const newest = records.findLast(({ series }) => series !== undefined)?.series;
  const others = records.filter(({ series }) => series === undefined || series !== newest);
  const dropped = new Set(others.slice(0, Math.max(0, others.length - RUNS_KEPT)));
  if (dropped.size === 0) return records;
  const broken = new Set([...dropped].map(({ series }) => series));
  return records
    .filter((record) => !dropped.has(record))
    .map((record) =>
      record.series !== undefined && broken.has(record.series) ? withoutSeries(record) : record,
    );
}

/** A run that stands for itself. */
export function withoutSeries({ series: _, ...record }: RunRecord): RunRecord {
  return record;
}

/** A run with the body of the one before it where both were sent the same: a series holds one body, not a hundred. */
export function sharingBody(run: Run, before: Run | undefined): Run {
  const [body, known] = [run.start?.body, before?.start?.body];
  if (!run.start || !known || body === known || JSON.stringify(body) !== JSON.stringify(known)) return run;
  return { ...run, start: { ...run.start, body: known } };
}
