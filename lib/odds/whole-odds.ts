import { sayable } from "../tiny-model/generate";
import { shapeLogits, toProbabilities, type Shaped, type ShapingSettings } from "../tiny-model/shape-logits";
import { END } from "../tiny-model/special-tokens";
import type { AnswerOdds, AnswerToken, PlaceOdds, TokenOdds } from "./odds";

/** The bytes of each token by its id, as Sprout's tokenizer has them. */
export type Vocabulary = readonly Uint8Array[];

/** An answer of Sprout's with the logits before each of its tokens: row i holds those before token i. */
export type WholeAnswer = {
  ids: readonly number[];
  /** One row of `vocabulary.length` logits for each token, and one for what would come next. */
  logits: Float32Array;
  /** With the odds that they were drawn with. */
  tokens: readonly AnswerToken[];
  /** Ids of the beginning that the model was given and went on from, where they read as its text. */
  given?: readonly number[];
};

/** How many tokens a place names; the rest is told as one. */
const ROWS = 6;

const decoder = new TextDecoder();

/**
 * What might stand at a place, from the model's logits before it: its own odds are their softmax, the odds after the
 * faders are what a run draws from (`shapeLogits`). Named are the likeliest by either, and `chosen`.
 *
 * @param counts how often each token was generated before the place
 */
export function wholePlace(
  logits: Float32Array,
  settings: ShapingSettings,
  counts: ReadonlyMap<number, number>,
  vocabulary: Vocabulary,
  chosen?: number,
): PlaceOdds {
  const own = toProbabilities(logits);
  const shaped = shapeLogits(logits, settings, counts);
  const named = likeliest(own, shaped.probabilities, chosen);
  const oddsOf = (id: number) => tokenOdds(id, own, shaped, vocabulary);
  const rest = (of: Float64Array) =>
    of.reduce((sum, chance, id) => (named.includes(id) ? sum : sum + chance), 0);
  return {
    ...(chosen === undefined ? {} : { token: oddsOf(chosen) }),
    rows: named.map(oddsOf),
    others: {
      own: rest(own),
      shaped: rest(shaped.probabilities),
      count: countLeft(own) - named.length,
    },
    kept: countLeft(shaped.probabilities),
    isWhole: true,
  };
}

/** The odds that an answer's tokens were drawn with, from the logits before each. */
export function drawnTokens(
  ids: readonly number[],
  logits: Float32Array,
  settings: ShapingSettings,
  vocabulary: Vocabulary,
): AnswerToken[] {
  const counts = new Map<number, number>();
  return ids.map((id, index) => {
    const row = logitsBefore(logits, index, vocabulary);
    const shaped = shapeLogits(row, settings, counts);
    counts.set(id, (counts.get(id) ?? 0) + 1);
    const own = toProbabilities(row);
    return {
      ...tokenOdds(id, own, shaped, vocabulary),
      kept: countLeft(shaped.probabilities),
      all: countLeft(own),
      likeliest: own.reduce((most, chance) => Math.max(most, chance), 0),
    };
  });
}

/** An answer of Sprout's as a place by place account. */
export function wholeOdds({ ids, logits, tokens, given }: WholeAnswer, vocabulary: Vocabulary): AnswerOdds {
  return {
    tokens,
    ...(given ? { given } : {}),
    placeAt: (index, settings) =>
      wholePlace(
        logitsBefore(logits, index, vocabulary),
        settings,
        countsOf(ids.slice(0, index)),
        vocabulary,
        ids[index],
      ),
  };
}

/** How often each id occurs. */
export function countsOf(ids: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function logitsBefore(logits: Float32Array, index: number, vocabulary: Vocabulary): Float32Array {
  return sayable(logits.slice(index * vocabulary.length, (index + 1) * vocabulary.length));
}

/** How many tokens have a chance. */
function countLeft(probabilities: Float64Array): number {
  return probabilities.reduce((left, probability) => left + (probability > 0 ? 1 : 0), 0);
}

function tokenOdds(
  id: number,
  own: Float64Array,
  { probabilities, cutBy }: Shaped,
  vocabulary: Vocabulary,
): TokenOdds {
  const bytes = id === END ? [] : [...(vocabulary[id] as Uint8Array)];
  return {
    id,
    bytes,
    text: decoder.decode(Uint8Array.from(bytes)),
    own: chanceOf(own, id),
    shaped: chanceOf(probabilities, id),
    ...(cutBy[id] ? { cutBy: cutBy[id] } : {}),
  };
}

/** The largest chance that is not certain. */
const NEARLY_ONE = 1 - Number.EPSILON / 2;

/** The chance of a token. Beside others that have any it is never 1, though all of them together may be too little to count. */
function chanceOf(probabilities: Float64Array, id: number): number {
  const chance = probabilities[id] as number;
  return chance === 1 && probabilities.some((other, at) => at !== id && other > 0) ? NEARLY_ONE : chance;
}

/** The ids with most chance before or after the faders, and the chosen one; likeliest by the model's own odds first. */
function likeliest(own: Float64Array, shaped: Float64Array, chosen: number | undefined): number[] {
  const chance = (id: number) => Math.max(own[id] as number, shaped[id] as number);
  const ids = Array.from(own.keys()).sort((a, b) => chance(b) - chance(a) || a - b);
  const named = ids.slice(0, ROWS);
  if (chosen !== undefined && !named.includes(chosen)) named[ROWS - 1] = chosen;
  return named.sort((a, b) => (own[b] as number) - (own[a] as number) || a - b);
}
