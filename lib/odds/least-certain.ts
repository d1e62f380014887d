import type { AnswerToken } from "./odds";

/**
 * The place of an answer at which the model's likeliest token had the least of its own odds, the first of equal ones;
 * undefined where there is no token, or none whose odds are known.
 */
export function leastCertain(tokens: readonly AnswerToken[]): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  tokens.forEach(({ likeliest = Infinity }, index) => {
    if (likeliest >= least) return;
    least = likeliest;
    found = index;
  });
  return found;
}
