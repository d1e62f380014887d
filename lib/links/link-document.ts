import * as z from "zod/mini";
import { MODEL_ID_PATTERN } from "../catalog/models";
import { PARAMETER_KEYS } from "../catalog/parameters";
import { LIMITS } from "../limits";
import { parameterValuesSchema } from "../parameter-schema";
import { TIMES } from "../playground/experiment";
import { messageSchema } from "../run-request";
import { linkAnswerSchema } from "./link-answer";
import { LINK_LIMITS } from "./link-limits";

/** The version that is written. Older ones stay readable. */
export const LINK_VERSION = 1;

/** The controls beside the faders that a link may lock or hide. */
export const LOCKABLE_PARTS = [
  "title",
  "system",
  "message",
  "turns",
  "variables",
  "model",
  "panes",
  "view",
] as const;
/** What a link may lock or hide: a parameter's fader, or another part of the desk. */
export const LOCKABLE_CONTROLS = [...LOCKABLE_PARTS, ...PARAMETER_KEYS] as const;
export type LockableControl = (typeof LOCKABLE_CONTROLS)[number];

const text = z.string().check(z.maxLength(LIMITS.textCharacters));
const turns = z.array(messageSchema).check(z.maxLength(LIMITS.messages));
const controls = z
  .array(z.enum(LOCKABLE_CONTROLS as unknown as [LockableControl, ...LockableControl[]]))
  .check(z.maxLength(LOCKABLE_CONTROLS.length));

const variable = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(LINK_LIMITS.variableNameCharacters)),
  value: text,
});

/** `turns` are the pane's own, behind the shared ones; `answers` oldest first, `shown` is the place of the one on show. */
const pane = z.strictObject({
  model: z.string().check(z.regex(MODEL_ID_PATTERN)),
  parameters: parameterValuesSchema,
  system: z.optional(text),
  turns: z.optional(turns),
  answers: z.optional(z.array(linkAnswerSchema).check(z.minLength(1), z.maxLength(LINK_LIMITS.answers))),
  shown: z.optional(z.int().check(z.gte(0))),
});

/**
 * What a permalink, a short link and a `.fader.json` file carry: an experiment, how it is looked at and, by choice, recorded
 * answers. It has no ids: opening it makes new ones, and what belongs together is told by place. Nothing is optional that
 * an experiment always has; an absent key is a default, and unknown keys are refused. `fader` is its version.
 */
export const linkDocumentSchema = z
  .strictObject({
    fader: z.literal(LINK_VERSION),
    title: z.string().check(z.maxLength(LINK_LIMITS.titleCharacters)),
    system: text,
    message: text,
    turns,
    variables: z.optional(z.array(variable).check(z.minLength(1), z.maxLength(LINK_LIMITS.variables))),
    panes: z.array(pane).check(z.minLength(1), z.maxLength(LIMITS.panes)),
    view: z.enum(["plain", "markdown"]),
    /** The place of the pane whose faders are on show; absent: the first. */
    selected: z.optional(z.int().check(z.gte(0))),
    moveTogether: z.optional(z.literal(true)),
    times: z.optional(z.int().check(z.gte(TIMES.least), z.lte(TIMES.most))),
    /** Controls that a class sees but does not move, and such that it does not see: presentation, not protection. */
    lock: z.optional(controls),
    hide: z.optional(controls),
  })
  .check((context) => {
    const wrong = findWrongPlace(context.value);
    if (wrong) context.issues.push({ ...wrong, code: "custom", input: context.value });
  });
export type LinkDocument = z.infer<typeof linkDocumentSchema>;
export type LinkPane = LinkDocument["panes"][number];

type Misplaced = { path: (string | number)[]; message: string };

/** What the fields say of one another: places that must be there, names that must differ. */
function findWrongPlace({ turns, variables = [], panes, selected = 0 }: LinkDocument): Misplaced | undefined {
  const twice = variables.findIndex(
    ({ name }, index) => variables.findIndex((other) => other.name === name) < index,
  );
  if (twice >= 0) return { path: ["variables", twice, "name"], message: "duplicate_name" };
  if (selected >= panes.length) return { path: ["selected"], message: "no_such_place" };
  for (const [index, { turns: own = [], answers = [], shown = 0 }] of panes.entries()) {
    if (shown > 0 && shown >= answers.length)
      return { path: ["panes", index, "shown"], message: "no_such_place" };
    const unknown = answers.findIndex(({ turn = -1 }) => turn >= turns.length + own.length);
    if (unknown >= 0) return { path: ["panes", index, "answers", unknown, "turn"], message: "no_such_place" };
    const bodiless = answers.findIndex(({ sent }, place) => sent && !sent.body && !answers[place - 1]?.sent);
    if (bodiless >= 0)
      return { path: ["panes", index, "answers", bodiless, "sent", "body"], message: "missing" };
  }
  return undefined;
}
