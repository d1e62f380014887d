import * as z from "zod/mini";
import { MODEL_ID_PATTERN } from "../catalog/models";
import { LIMITS } from "../limits";
import { parameterValuesSchema } from "../parameter-schema";
import { cutOff, type Run } from "../run";
import { messageSchema } from "../run-request";
import type { Desk } from "./experiment";
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

const storedDesk = z.strictObject({ version: z.literal(1), savedAt: z.number(), writer: z.string(), desk });

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
