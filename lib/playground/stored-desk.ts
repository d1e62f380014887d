import type { Desk, PaneRuns, RunRecord } from "./experiment";
import { withoutSeries } from "./kept-runs";

/**
 * What the browser keeps: the desk, when it was saved (milliseconds since 1970), and by which page load; `letBe` where it
 * came with a link and nothing was done with it.
 */
export type StoredDesk = { version: 1; savedAt: number; letBe?: true; writer: string; desk: Desk };

/** Serialises the desk without what belongs to this visit: its undo, what models refused, "Run as I move", a replay. */
export function writeStoredDesk(
  { undo: _, refusals: __, runAsIMove: ___, replay: ____, runs, ...kept }: Desk,
  writer: string,
  savedAt: number,
): string {
  const lean = Object.fromEntries(Object.entries(runs).map(([pane, each]) => [pane, leanRuns(each)]));
  const letBe = kept.link?.since === "opened" ? true : undefined;
  return JSON.stringify({ version: 1, savedAt, letBe, writer, desk: { ...kept, runs: lean } });
}

/** Of a series only the run on show keeps its tokens and its pace; they are many times the answer. */
function leanRuns({ records, shown }: PaneRuns): object {
  return {
    records: records.map((record, index) => {
      const lean = leanRecord(record, records[index - 1]);
      const isWhole = record.series === undefined || index === shown;
      return isWhole ? lean : { ...lean, run: textAlone(lean.run) };
    }),
    shown,
  };
}

/** A run without what is told of its single tokens. */
function textAlone<T extends { tokens: unknown[]; pace?: number[] }>({ pace: _, ...run }: T) {
  return { ...run, tokens: [] };
}

/** A record without what it shares with the one before it (see `readStoredDesk`): a series is sent one body. */
function leanRecord(record: RunRecord, before: RunRecord | undefined) {
  const { parameters, run } = record;
  const isSameBody = run.start && run.start.body === before?.run.start?.body;
  return {
    ...record,
    parameters: parameters === before?.parameters ? undefined : parameters,
    run: isSameBody ? { ...run, start: { ...run.start, body: undefined } } : run,
  };
}

export type StoredHead = Pick<StoredDesk, "savedAt" | "letBe">;

/** The head of a text that `writeStoredDesk` wrote: it stands in front, so megabytes need not be parsed for it. */
export function storedHead(text: string): StoredHead | undefined {
  const [, savedAt, letBe] = /^\{"version":1,"savedAt":(\d+),("letBe":true,)?/.exec(text) ?? [];
  return savedAt === undefined ? undefined : { savedAt: Number(savedAt), ...(letBe ? { letBe: true } : {}) };
}

/** The desk with fewer runs to keep, for a browser whose storage is full: only the newest of each pane, without tokens. */
export function withFewerRuns(full: Desk): Desk {
  const runs = Object.fromEntries(
    Object.entries(full.runs).map(([paneId, { records }]) => [
      paneId,
      {
        records: records.slice(-1).map((each) => ({ ...withoutSeries(each), run: textAlone(each.run) })),
        shown: records.length === 0 ? -1 : 0,
      },
    ]),
  );
  return { ...full, runs };
}
