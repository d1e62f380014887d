import type { Desk } from "./experiment";

/** What the browser keeps: the desk, when it was saved (milliseconds since 1970), and by which page load. */
export type StoredDesk = { version: 1; savedAt: number; writer: string; desk: Desk };

/** Serialises the desk without its undo and what models refused in this session. */
export function writeStoredDesk(
  { undo: _, refusals: __, ...kept }: Desk,
  writer: string,
  savedAt: number,
): string {
  return JSON.stringify({ version: 1, savedAt, writer, desk: kept } satisfies StoredDesk);
}

/** When a text was saved that `writeStoredDesk` wrote: it stands in front, so megabytes need not be parsed for it. */
export function savedAtOf(text: string): number | undefined {
  const [, savedAt] = /^\{"version":1,"savedAt":(\d+),/.exec(text) ?? [];
  return savedAt === undefined ? undefined : Number(savedAt);
}

/** The desk with fewer runs to keep, for a browser whose storage is full: only the newest of each pane, without tokens. */
export function withFewerRuns(full: Desk): Desk {
  const runs = Object.fromEntries(
    Object.entries(full.runs).map(([paneId, { records }]) => [
      paneId,
      {
        records: records.slice(-1).map((each) => ({ ...each, run: { ...each.run, tokens: [] } })),
        shown: records.length === 0 ? -1 : 0,
      },
    ]),
  );
  return { ...full, runs };
}
