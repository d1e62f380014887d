import type { Unit } from "./join-tokens";
import type { AnswerToken } from "./odds";

/** How unlikely a token was by the model's own odds. */
export type Rarity = "common" | "uncommon" | "rare" | "rarest";

/** Own odds, from 0 to 1, below which a token is of that rarity. */
export const RARITY_BELOW = {
  uncommon: 0.5,
  rare: 0.1,
  rarest: 0.01,
} as const satisfies Record<Exclude<Rarity, "common">, number>;

/** Own odds, from 0 to 1, from which on "1 in 1" is all that could be said in figures: words say more. */
export const ALMOST_CERTAIN = 0.95;

export type AnswerFigures = {
  perplexity?: number;
  /** Units with the lowest own odds, the lowest first. */
  leastLikely: Unit[];
};

/** How many of the least likely units are named. */
const NAMED = 3;

/** What an answer's odds come to as a whole; `units` are those of `tokens`. */
export function answerFigures(tokens: readonly AnswerToken[], units: readonly Unit[]): AnswerFigures {
  return { perplexity: perplexity(tokens), leastLikely: leastLikely(units, NAMED) };
}

/**
 * Among how many equally likely tokens the model chose on average, by its own odds: e to the mean negative log. The end
 * of the answer counts where it is a token. Undefined without tokens, and when the odds of one are not known.
 */
export function perplexity(tokens: readonly { own?: number }[]): number | undefined {
  let sum = 0;
  for (const { own } of tokens) {
    if (own === undefined) return undefined;
    sum -= Math.log(own);
  }
  return tokens.length === 0 ? undefined : Math.exp(sum / tokens.length);
}

/**
 * The `count` units with the lowest own odds, the lowest first, equal ones as they stand. Unknown odds do not count, and
 * what was almost certain is not unlikely, whatever else there is.
 */
export function leastLikely(units: readonly Unit[], count: number): Unit[] {
  const least: Unit[] = [];
  const ownAt = (place: number) => least[place]?.own ?? Infinity;
  for (const unit of units) {
    if (unit.own === undefined || unit.own >= ALMOST_CERTAIN) continue;
    if (least.length === count && unit.own >= ownAt(count - 1)) continue;
    let place = least.length;
    while (place > 0 && unit.own < ownAt(place - 1)) place -= 1;
    least.splice(place, 0, unit);
    if (least.length > count) least.pop();
  }
  return least;
}

/** Odds from 0 to 1 as the n of "1 in n". */
export function oneIn(chance: number): number {
  return 1 / chance;
}

/** Odds from 0 to 1 as surprise in bits: 1 for a coin's side, 0 for what was certain. */
export function bits(chance: number): number {
  // Not -0 for what was certain.
  return 0 - Math.log2(chance);
}

/** How rare a token of these own odds is. What is not known is not called rare. */
export function rarity(own: number | undefined): Rarity {
  if (own === undefined || own >= RARITY_BELOW.uncommon) return "common";
  if (own >= RARITY_BELOW.rare) return "uncommon";
  return own >= RARITY_BELOW.rarest ? "rare" : "rarest";
}
