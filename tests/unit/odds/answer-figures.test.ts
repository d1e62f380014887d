import { describe, expect, it } from "vitest";
import {
  answerFigures,
  bits,
  leastLikely,
  oneIn,
  perplexity,
  rarity,
  RARITY_BELOW,
} from "@/lib/odds/answer-figures";
import { joinTokens } from "@/lib/odds/join-tokens";
import { token } from "./support";

const tokens = [0.5, 0.02, 0.9, 0.3, 0.02].map((own, index) => token(`${index}`, { own }));

describe("perplexity", () => {
  it("is the number of equally likely tokens that would be as hard to guess", () => {
    expect(perplexity([{ own: 0.25 }, { own: 0.25 }])).toBeCloseTo(4, 12);
    expect(perplexity([{ own: 1 }, { own: 0.25 }])).toBeCloseTo(2, 12);
    expect(perplexity([{ own: 0 }])).toBe(Infinity);
  });

  it("does not vanish in a long answer of unlikely tokens", () => {
    expect(perplexity(Array.from({ length: 10_000 }, () => ({ own: 0.001 })))).toBeCloseTo(1000, 6);
  });

  it("is not known when one of the odds is not, or there is no token", () => {
    expect(perplexity([])).toBeUndefined();
    expect(perplexity([{ own: 0.5 }, {}])).toBeUndefined();
  });
});

describe("the least likely units", () => {
  it("come lowest first, equal ones as they stand", () => {
    const named = leastLikely(joinTokens(tokens), 3);
    expect(named.map(({ text }) => text)).toEqual(["1", "4", "3"]);
    expect(leastLikely(joinTokens(tokens), 9).map(({ text }) => text)).toEqual(["1", "4", "3", "0", "2"]);
    expect(leastLikely(joinTokens(tokens), 0)).toEqual([]);
  });

  it("leave out what is not known, and what was almost certain", () => {
    expect(leastLikely(joinTokens([token("a"), token("b", { own: 0.5 })]), 3)).toHaveLength(1);
    const units = joinTokens([0.951, 0.94, 1].map((own) => token("a", { own })));
    expect(leastLikely(units, 3).map(({ own }) => own)).toEqual([0.94]);
  });

  it("and perplexity are the figures of an answer", () => {
    const { leastLikely: named, perplexity: all } = answerFigures(tokens, joinTokens(tokens));
    expect(named).toHaveLength(3);
    expect(all).toBe(perplexity(tokens));
  });
});

describe("odds", () => {
  it("are one in so many, and so many bits", () => {
    expect(oneIn(0.41)).toBeCloseTo(2.44, 2);
    expect(bits(0.5)).toBe(1);
    expect(bits(1 / 1024)).toBe(10);
    expect(bits(1)).toBe(0);
  });

  it("are common from a half on, rare below a tenth, rarest below a hundredth", () => {
    expect([1, 0.5, 0.499, 0.1, 0.099, 0.01, 0.0099, 0].map(rarity)).toEqual([
      "common",
      "common",
      "uncommon",
      "uncommon",
      "rare",
      "rare",
      "rarest",
      "rarest",
    ]);
    expect(rarity(undefined)).toBe("common");
    expect(Object.values(RARITY_BELOW)).toEqual([0.5, 0.1, 0.01]);
  });
});
