import * as z from "zod/mini";
import { MODEL_ID_PATTERN } from "../catalog/models";
import { PARAMETER_KEYS, type ParameterKey } from "../catalog/parameters";
import type { ReasonCode } from "../catalog/support";
import { LIMITS } from "../limits";
import { cleanJsonObject, parameterValuesSchema } from "../parameter-schema";
import { exactTokensSchema } from "../run-request";
import { LINK_LIMITS } from "./link-limits";

const name = z.string().check(z.maxLength(200));
const answerText = z.string().check(z.maxLength(LINK_LIMITS.answerCharacters));
const count = z.int().check(z.gte(0));
const parameterKey = z.enum(PARAMETER_KEYS as [ParameterKey, ...ParameterKey[]]);

const REASON_CODES = {
  notTaken: true,
  needsOther: true,
  lockedBy: true,
  valueNotTaken: true,
  outOfRange: true,
  refused: true,
  unknownProvider: true,
} as const satisfies Record<ReasonCode, true>;

/** A parameter that was set but not sent; the reason comes as a code, and is said in the reader's language. */
const leftOut = z.strictObject({
  parameter: parameterKey,
  code: z.enum(Object.keys(REASON_CODES) as [ReasonCode, ...ReasonCode[]]),
  values: z.optional(
    z.strictObject({
      other: z.optional(name),
      value: z.optional(name),
      choices: z.optional(name),
      min: z.optional(z.number()),
      max: z.optional(z.number()),
    }),
  ),
});

/** `bytes` only where they are not those of the text; `shapedLogprob` where the server told the odds after the faders. */
const tokenAlternative = z.strictObject({
  text: name,
  bytes: z.optional(z.array(z.int().check(z.gte(0), z.lte(255))).check(z.maxLength(200))),
  logprob: z.number(),
  shapedLogprob: z.optional(z.number()),
});
const token = z.strictObject({
  ...tokenAlternative.shape,
  top: z.optional(z.array(tokenAlternative).check(z.maxLength(20))),
});

const wireMessages = z
  .array(z.looseObject({ role: name, content: answerText, tokens: z.optional(exactTokensSchema) }))
  .check(z.maxLength(LIMITS.messages + 1));
const wireMessagesShape = z.looseObject({
  messages: z.optional(wireMessages),
  input: z.optional(wireMessages),
  instructions: z.optional(answerText),
});

/** A request's body is whatever JSON was sent; what the desk reads of it must be what it takes it for. */
const body = cleanJsonObject.check((context) => {
  const fault = wireMessagesShape.safeParse(context.value).error?.issues[0];
  if (fault)
    context.issues.push({ code: "custom", input: context.value, path: [...fault.path], message: "form" });
});

/**
 * What was sent for an answer, and what of its parameters was not. An answer that was sent exactly what the one before it
 * in its pane was has a `sent` without a body.
 */
const sent = z.strictObject({
  attempt: z.optional(z.int().check(z.gte(1), z.lte(100))),
  body: z.optional(body),
  leftOut: z.optional(z.array(leftOut).check(z.maxLength(PARAMETER_KEYS.length))),
  seed: z.optional(z.int()),
});

/**
 * One recorded answer. Only answers that came to an end are carried, and of failed ones the text that had come, as cut.
 * What a provider tells of its account (request ids, limits left) is never part of it.
 */
export const linkAnswerSchema = z.strictObject({
  text: answerText,
  reasoning: z.optional(answerText),
  ending: z.enum(["complete", "length", "content_filter", "stopped", "cut"]),
  /** When it was asked for, in milliseconds since 1970; absent where nobody knows. */
  at: z.optional(z.int().check(z.gte(0), z.lte(8_640_000_000_000_000))),
  /** Where they are not the pane's own: what it was made with. */
  model: z.optional(z.string().check(z.regex(MODEL_ID_PATTERN))),
  parameters: z.optional(parameterValuesSchema),
  servedModel: z.optional(name),
  /** The place of the turn it answers among the pane's turns, the shared ones first. */
  turn: z.optional(count),
  /** Answers of one "Run n times" have the same number. */
  series: z.optional(z.int().check(z.gte(0), z.lt(LINK_LIMITS.answers))),
  sent: z.optional(sent),
  usage: z.optional(
    z.strictObject({
      source: z.enum(["server", "estimate"]),
      input: count,
      output: count,
      reasoning: z.optional(count),
      costMicroUsd: z.optional(z.number().check(z.gte(0))),
    }),
  ),
  timings: z.optional(
    z.strictObject({
      firstTokenMs: z.number().check(z.gte(0)),
      totalMs: z.number().check(z.gte(0)),
      tokensPerSecond: z.number().check(z.gte(0)),
    }),
  ),
  /**
   * How it came, piece after piece, two whole numbers each: milliseconds since the piece before (or since it was asked
   * for), and characters of the text, below zero where they are of the reasoning.
   */
  pace: z.optional(
    z.array(z.int()).check(
      z.maxLength(LINK_LIMITS.paceNumbers),
      z.refine(
        (pace) => pace.length % 2 === 0 && pace.every((number, index) => index % 2 === 1 || number >= 0),
        "pace",
      ),
    ),
  ),
  tokens: z.optional(z.array(token).check(z.maxLength(LINK_LIMITS.answerTokens))),
});
export type LinkAnswer = z.infer<typeof linkAnswerSchema>;
export type LinkToken = z.infer<typeof token>;
