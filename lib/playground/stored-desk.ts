import * as z from "zod/mini";
import { MODEL_ID_PATTERN } from "../catalog/models";
import { LIMITS } from "../limits";
import { parameterValuesSchema } from "../parameter-schema";
import { cutOff, type Run } from "../run";
import { messageSchema } from "../run-request";
import type { Desk } from "./experiment";

const id = z.string().check(z.minLength(1), z.maxLength(100));
const turns = z.array(z.strictObject({ id, ...messageSchema.shape })).check(z.maxLength(LIMITS.messages));
const pane = z.strictObject({
  id,
  model: z.string().check(z.regex(MODEL_ID_PATTERN)),
  parameters: parameterValuesSchema,
  system: z.optional(z.string()),
  turns,
});
/** A run is our own reducer's output: its frame is checked, not its every leaf. */
const run = z.custom<Run>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    typeof (value as Run).text === "string" &&
    typeof (value as Run).state === "string",
);
const record = z.strictObject({
  id,
  run,
  model: z.string(),
  parameters: parameterValuesSchema,
  answersTurn: z.optional(id),
  series: z.optional(id),
  example: z.optional(z.boolean()),
  startedAt: z.number(),
});
const desk = z.strictObject({
  experiment: z.strictObject({
    title: z.string(),
    system: z.string(),
    message: z.string(),
    turns,
    panes: z.array(pane).check(z.minLength(1), z.maxLength(LIMITS.panes)),
  }),
  runs: z.record(id, z.strictObject({ records: z.array(record), shown: z.int() })),
  selected: id,
  moveTogether: z.boolean(),
  view: z.enum(["plain", "markdown"]),
});

/** What the browser keeps: the desk, when it was saved (milliseconds since 1970), and by which page load. */
export type StoredDesk = { version: 1; savedAt: number; writer: string; desk: Desk };
const storedDesk = z.strictObject({ version: z.literal(1), savedAt: z.number(), writer: z.string(), desk });

/** Serialises the desk without its undo and what models refused in this session. */
export function writeStoredDesk(
  { undo: _, refusals: __, ...kept }: Desk,
  writer: string,
  savedAt: number,
): string {
  return JSON.stringify({ version: 1, savedAt, writer, desk: kept } satisfies StoredDesk);
}

/** Reads what `writeStoredDesk` wrote; undefined when the text is not a desk. Runs that were going are cut. */
export function readStoredDesk(text: string): StoredDesk | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const stored = storedDesk.safeParse(value);
  if (!stored.success) return undefined;
  const { desk: read, ...rest } = stored.data;
  const selected = read.experiment.panes.some((each) => each.id === read.selected)
    ? read.selected
    : (read.experiment.panes[0]?.id ?? "");
  return { ...rest, desk: { ...read, selected, runs: settled(read.runs) } };
}

function settled(runs: Desk["runs"]): Desk["runs"] {
  return Object.fromEntries(
    Object.entries(runs).map(([paneId, { records, shown }]) => [
      paneId,
      {
        records: records.map((each) => ({ ...each, run: cutOff(each.run) })),
        shown: Math.min(shown, records.length - 1),
      },
    ]),
  );
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
