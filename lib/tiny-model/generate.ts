import { exactExp, exactLog } from "./exact-math";
import { HeldText } from "./held-text";
import { ContextOverflowError, type Inference } from "./inference";
import { Random } from "./random";
import { shapeLogits, type CutBy, type ShapingSettings } from "./shape-logits";
import { END } from "./special-tokens";
import type { Tokenizer } from "./tokenizer";

export type GenerateOptions = {
  promptIds: readonly number[];
  settings?: ShapingSettings;
  /** Unset: until the model ends its answer or its room is full. */
  maxTokens?: number;
  /** Strings that end the answer; they and what follows are never let out. */
  stop?: readonly string[];
  /** A whole number from 0 to 4294967295. */
  seed: number;
  /** How many of the likeliest tokens to report with each step; 0 if unset. */
  topLogprobs?: number;
};

/** A token that was or might have been drawn, with its odds as natural logarithms: the model's own, and those it was drawn with after the faders. */
export type Alternative = {
  id: number;
  /** The end of the answer has no bytes. */
  bytes: Uint8Array;
  logprob: number;
  /** -Infinity for a token that the faders left no chance. */
  shapedLogprob: number;
  /** The fader that took its chance, if one did. */
  cutBy?: CutBy;
};

/** One generated token. `text` is what it lets out: nothing while a character or a possible stop string is not whole. */
export type GeneratedToken = Alternative & { text: string; top: Alternative[] };
export type GenerateEnd = "complete" | "length";

/**
 * Writes an answer, a token for each `next()`; returns why it ended. The texts of all steps joined are the whole answer.
 * The end token is drawn but is no step. `return()` gives the session's memory back at any time. Throws a
 * ContextOverflowError at once when the prompt leaves no room for a token.
 */
export function generate(
  inference: Inference,
  options: GenerateOptions,
  tokenizer: Tokenizer,
): Generator<GeneratedToken, GenerateEnd> {
  const { contextTokens } = inference.shape;
  const promptTokens = options.promptIds.length;
  if (promptTokens + 1 > contextTokens) throw new ContextOverflowError(promptTokens, contextTokens);
  return generateSteps(inference, options, tokenizer);
}

function* generateSteps(
  inference: Inference,
  options: GenerateOptions,
  tokenizer: Tokenizer,
): Generator<GeneratedToken, GenerateEnd> {
  const { promptIds, settings = {}, stop = [], seed, topLogprobs = 0 } = options;
  const limit = Math.min(options.maxTokens ?? Infinity, inference.shape.contextTokens - promptIds.length);
  if (limit <= 0) return "length";
  const random = new Random(seed);
  const counts = new Map<number, number>();
  const text = new HeldText(stop);
  const session = inference.open();
  const draw = (logits: Float32Array) =>
    drawToken(sayable(logits), settings, counts, random, topLogprobs, tokenizer);
  try {
    let token = draw(session.feed(promptIds));
    for (let made = 1; token.id !== END; made += 1) {
      counts.set(token.id, (counts.get(token.id) ?? 0) + 1);
      token.text = text.push(token.bytes);
      if (text.stopped) {
        yield token;
        return "complete";
      }
      if (made === limit) {
        token.text += text.flush();
        yield token;
        return "length";
      }
      // One token is looked ahead: if the answer ends with it, what is held back must go out with this one.
      const next = draw(session.feed([token.id]));
      if (next.id === END) token.text += text.flush();
      yield token;
      token = next;
    }
    return "complete";
  } finally {
    session.close();
  }
}

function drawToken(
  logits: Float32Array,
  settings: ShapingSettings,
  counts: ReadonlyMap<number, number>,
  random: Random,
  topLogprobs: number,
  tokenizer: Tokenizer,
): GeneratedToken {
  const { probabilities, cutBy } = shapeLogits(logits, settings, counts);
  const total = logTotal(logits);
  const oddsOf = (id: number): Alternative => ({
    id,
    bytes: id === END ? new Uint8Array() : tokenizer.bytesOf(id),
    logprob: (logits[id] as number) - total,
    shapedLogprob: exactLog(probabilities[id] as number),
    cutBy: cutBy[id],
  });
  return {
    ...oddsOf(pickId(probabilities, random.next())),
    text: "",
    top: likeliest(logits, topLogprobs).map(oddsOf),
  };
}

/** The id whose stretch of [0, 1) holds `point`, the stretches laid end to end in the order of the ids. */
export function pickId(probabilities: Float64Array, point: number): number {
  let passed = 0;
  let last = 0;
  for (let id = 0; id < probabilities.length; id += 1) {
    const probability = probabilities[id] as number;
    if (probability === 0) continue;
    passed += probability;
    last = id;
    if (point < passed) return id;
  }
  // Rounding may leave the sum a hair below 1.
  return last;
}

/** Takes the tokens that only open turns out of the running, in place: the template writes them, the model never says them. */
export function sayable(logits: Float32Array): Float32Array {
  return logits.fill(-Infinity, 0, END);
}

/** The logarithm of the sum of e^logit: a logit minus it is the token's log-probability. */
function logTotal(logits: Float32Array): number {
  let highest = -Infinity;
  for (const logit of logits) if (logit > highest) highest = logit;
  let sum = 0;
  for (const logit of logits) sum += exactExp(logit - highest);
  return highest + exactLog(sum);
}

/** The `count` ids with the highest logits, highest first; equal ones by id. */
function likeliest(logits: Float32Array, count: number): number[] {
  const best: number[] = [];
  if (count <= 0) return best;
  for (let id = 0; id < logits.length; id += 1) {
    const logit = logits[id] as number;
    if (best.length === count && logit <= (logits[best[count - 1] as number] as number)) continue;
    const place = best.findIndex((other) => logit > (logits[other] as number));
    best.splice(place < 0 ? best.length : place, 0, id);
    if (best.length > count) best.pop();
  }
  return best;
}
