import * as z from "zod/mini";
import { MODEL_ID_PATTERN } from "../catalog/models";
import { LIMITS } from "../limits";
import { parameterValuesSchema } from "../parameter-schema";
import { cutOff, type Run } from "../run";
import { messageSchema } from "../run-request";
import { TIMES, type Desk, type RunRecord } from "./experiment";
import type { StoredDesk } from "./stored-desk";

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
  parameters: z.optional(parameterValuesSchema),
  answersTurn: z.optional(id),
  series: z.optional(id),
  example: z.optional(z.boolean()),
  recorded: z.optional(z.literal(true)),
  startedAt: z.number(),
});
const link = z.strictObject({
  title: z.string(),
  from: z.optional(z.literal("library")),
  answersAt: z.optional(z.number()),
  since: z.enum(["opened", "run", "modified"]),
  lock: z.optional(z.array(z.string())),
  hide: z.optional(z.array(z.string())),
});
const variable = z.strictObject({ name: z.string().check(z.minLength(1)), value: z.string() });
const desk = z.strictObject({
  experiment: z.strictObject({
    title: z.string(),
    system: z.string(),
    message: z.string(),
    turns,
    panes: z.array(pane).check(z.minLength(1), z.maxLength(LIMITS.panes)),
    variables: z.optional(z.array(variable)),
  }),
  runs: z.record(id, z.strictObject({ records: z.array(record), shown: z.int() })),
  selected: id,
  moveTogether: z.boolean(),
  view: z.enum(["plain", "markdown"]),
  times: z.optional(z.int().check(z.minimum(TIMES.least), z.maximum(TIMES.most))),
  link: z.optional(link),
});

const storedDesk = z.strictObject({
  version: z.literal(1),
  savedAt: z.number(),
  letBe: z.optional(z.literal(true)),
  writer: z.string(),
  desk,
});

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

function settled(runs: Record<string, { records: LeanRecord[]; shown: number }>): Desk["runs"] {
  return Object.fromEntries(
    Object.entries(runs).map(([paneId, { records, shown }]) => [
      paneId,
      {
        records: restoredRecords(records).map((each) => ({ ...each, run: cutOff(each.run) })),
        shown: Math.min(shown, records.length - 1),
      },
    ]),
  );
}

/** A record as it is stored. */
type LeanRecord = Omit<RunRecord, "parameters"> & Partial<Pick<RunRecord, "parameters">>;

/** Gives records back what they share with the ones before them. */
function restoredRecords(records: readonly LeanRecord[]): RunRecord[] {
  const restored: RunRecord[] = [];
  for (const record of records) {
    const before = restored.at(-1);
    const { start } = record.run;
    const body = start?.body ?? before?.run.start?.body ?? {};
    restored.push({
      ...record,
      parameters: record.parameters ?? before?.parameters ?? {},
      run: start ? { ...record.run, start: { ...start, body } } : record.run,
    });
  }
  return restored;
}
