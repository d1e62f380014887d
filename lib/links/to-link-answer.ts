import type * as z from "zod/mini";
import type { RunToken, TokenAlternative } from "../run-events";
import type { Pane, RunRecord } from "../playground/experiment";
import type { Run } from "../run";
import { leanObject } from "./lean-object";
import { toLinkParameters } from "./to-link-parameters";
import { linkAnswerSchema, type LinkAnswer, type LinkToken } from "./link-answer";

/** What places an answer has among others: its turn's place, and the numbers of series. */
export type AnswerPlaces = { turnOf: (id: string) => number; seriesOf: (name: string) => number };

/**
 * One answer as a link carries it, field by field; undefined for one that has not ended, or that failed without a word.
 * `before` is the answer before it: what it was sent is not said twice.
 */
export function toLinkAnswer(
  { run, model, parameters, answersTurn, series, startedAt }: RunRecord,
  before: RunRecord | undefined,
  { model: ownModel, parameters: ownParameters }: Pane,
  { turnOf, seriesOf }: AnswerPlaces,
): LinkAnswer | undefined {
  const ending = endingOf(run);
  if (!ending) return undefined;
  const turn = answersTurn === undefined ? -1 : turnOf(answersTurn);
  return leanObject({
    text: run.text,
    reasoning: run.reasoning === "" ? undefined : run.reasoning,
    ending,
    at: startedAt > 0 ? Math.round(startedAt) : undefined,
    model: model === ownModel ? undefined : model,
    parameters: isSameJson(parameters, ownParameters) ? undefined : toLinkParameters(parameters),
    servedModel: fitting("servedModel", run.end?.servedModel),
    turn: turn < 0 ? undefined : turn,
    series: series === undefined ? undefined : seriesOf(series),
    sent: sentOf(run, before?.run),
    usage: fitting("usage", usageOf(run)),
    timings: fitting("timings", timingsOf(run)),
    pace: fitting("pace", run.pace),
    tokens: fitting("tokens", run.tokens.length === 0 ? undefined : run.tokens.map(toLinkToken)),
  });
}

function endingOf(run: Run): LinkAnswer["ending"] | undefined {
  if (run.state === "failed") return run.text === "" ? undefined : "cut";
  return run.state === "ended" ? (run.end?.reason ?? "cut") : undefined;
}

function sentOf({ start }: Run, before: Run | undefined): LinkAnswer["sent"] {
  if (!start) return undefined;
  const isSame = before?.start !== undefined && isSameJson(start.body, before.start.body);
  const leftOut = start.dropped.map(({ parameter, code, values }) =>
    leanObject({ parameter, code, values: values && leanValues(values) }),
  );
  return leanObject({
    attempt: start.attempt === 1 ? undefined : start.attempt,
    body: isSame ? undefined : start.body,
    leftOut: leftOut.length === 0 ? undefined : leftOut,
    seed: start.seed,
  });
}

type LeftOutValues = NonNullable<NonNullable<NonNullable<LinkAnswer["sent"]>["leftOut"]>[number]["values"]>;

function leanValues({ other, value, choices, min, max }: Record<string, string | number>): LeftOutValues {
  return leanObject({ other, value, choices, min, max }) as LeftOutValues;
}

function usageOf({ usage }: Run): LinkAnswer["usage"] {
  if (!usage) return undefined;
  const { source, input, output, reasoning, costMicroUsd } = usage;
  return leanObject({ source, input, output, reasoning, costMicroUsd });
}

function timingsOf({ end }: Run): LinkAnswer["timings"] {
  if (!end?.timings) return undefined;
  const { firstTokenMs, totalMs, tokensPerSecond } = end.timings;
  return { firstTokenMs, totalMs, tokensPerSecond };
}

function toLinkToken({ top, ...token }: RunToken): LinkToken {
  return leanObject({
    ...toLinkAlternative(token),
    top: top.length === 0 ? undefined : top.map(toLinkAlternative),
  });
}

function toLinkAlternative({ text, bytes, logprob, shapedLogprob }: TokenAlternative) {
  return leanObject({
    text,
    bytes: isSameJson(bytes, [...new TextEncoder().encode(text)]) ? undefined : bytes,
    logprob,
    // What the faders left no chance at all has no logarithm that JSON could write.
    shapedLogprob: Number.isFinite(shapedLogprob) ? shapedLogprob : undefined,
  });
}

const { shape } = linkAnswerSchema;
type Measured = "servedModel" | "usage" | "timings" | "pace" | "tokens";

/** What a server told, where it is of the form it should be: an odd figure is left out and keeps no answer from its link. */
function fitting<K extends Measured>(field: K, value: LinkAnswer[K]): LinkAnswer[K] {
  const schema: z.ZodMiniType = shape[field];
  return schema.safeParse(value).success ? value : undefined;
}

function isSameJson(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
