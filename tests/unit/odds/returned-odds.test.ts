import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { returnedOdds } from "@/lib/odds/returned-odds";
import type { RunToken, TokenAlternative } from "@/lib/run-events";
import { shapeLogits, type ShapingSettings } from "@/lib/tiny-model/shape-logits";

const alternative = (text: string, share: number): TokenAlternative => ({
  text,
  bytes: [...new TextEncoder().encode(text)],
  logprob: Math.log(share),
});

/** A place at which the shares were returned, the first of them drawn. */
function token(...shares: number[]): RunToken {
  const top = shares.map((share, at) => alternative(String.fromCodePoint(97 + at), share));
  return { ...(top[0] as TokenAlternative), top };
}

const shapedOf = (place: { rows: { shaped?: number }[] }) => place.rows.map(({ shaped }) => shaped);

describe("where every token was returned", () => {
  const shares = fc
    .array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 8 })
    .map((counts) => counts.map((count) => count / counts.reduce((sum, each) => sum + each)));
  const settings: fc.Arbitrary<ShapingSettings> = fc.record(
    {
      temperature: fc.constantFrom(0, 0.2, 0.7, 1, 1.6),
      topK: fc.integer({ min: 1, max: 6 }),
      minP: fc.constantFrom(0.05, 0.3),
    },
    { requiredKeys: [] },
  );

  test("closed by a cut, the odds after the faders are those Sprout's faders give", () => {
    fc.assert(
      fc.property(shares, settings, (all, set) => {
        const odds = returnedOdds([token(...all)], "raw").placeAt(0, set);
        const exact = shapeLogits(all.map(Math.log), set, new Map()).probabilities;
        // Rows stand by likelihood; the names say which is which.
        for (const row of odds.rows) {
          const at = (row.text.codePointAt(0) ?? 0) - 97;
          if (odds.isAmongReturned || odds.others.shaped === 0)
            expect(row.shaped).toBeCloseTo(exact[at] as number, 9);
        }
      }),
    );
  });
});

test("at temperature 1 the odds are the model's own, and the rest is known", () => {
  const place = returnedOdds([token(0.5, 0.2, 0.1)], "raw").placeAt(0, {});
  expect(shapedOf(place)).toEqual([0.5, 0.2, 0.1].map((share) => expect.closeTo(share, 9)));
  expect(place.others.own).toBeCloseTo(0.2, 9);
  expect(place.others.shaped).toBeCloseTo(0.2, 9);
  expect(place.isAmongReturned).toBe(false);
});

test("at another temperature only shares among the returned are known, and the rest is not", () => {
  const place = returnedOdds([token(0.6, 0.2)], "raw").placeAt(0, { temperature: 0.5 });
  expect(place.isAmongReturned).toBe(true);
  expect(shapedOf(place)).toEqual([expect.closeTo(0.9, 9), expect.closeTo(0.1, 9)]);
  expect(place.others).toEqual({ own: expect.closeTo(0.2, 9) as number });
  expect(place.kept).toBeUndefined();
});

test("top-p is worked out where the returned ones reach it, else named as unknown", () => {
  const reached = returnedOdds([token(0.5, 0.3, 0.1)], "raw").placeAt(0, { topP: 0.7 });
  expect(shapedOf(reached)).toEqual([expect.closeTo(0.625, 9), expect.closeTo(0.375, 9), 0]);
  expect(reached.rows[2]?.cutBy).toBe("topP");
  const beyond = returnedOdds([token(0.5, 0.3, 0.1)], "raw").placeAt(0, { topP: 0.95 });
  expect(beyond.unknown).toEqual(["topP"]);
});

test("penalties that need every token's logit are named, those on repeated tokens are worked out", () => {
  const tokens = [token(0.5, 0.3), token(0.5, 0.3)];
  const place = returnedOdds(tokens, "raw").placeAt(1, {
    presencePenalty: Math.log(2),
    repetitionPenalty: 1.2,
    logitBias: { "5": 1 },
  });
  expect(place.unknown).toEqual(["logitBias", "repetitionPenalty"]);
  // "a" was said once: its weight halves.
  expect((place.rows[0]?.shaped ?? NaN) / (place.rows[1]?.shaped ?? NaN)).toBeCloseTo(0.25 / 0.3, 9);
  expect(returnedOdds(tokens, "raw").placeAt(0, { presencePenalty: 1 }).isAmongReturned).toBe(false);
});

test("odds that are those after the faders are shown as such, and no fader moves them", () => {
  const odds = returnedOdds([token(0.9, 0.05)], "shaped");
  const place = odds.placeAt(0, { temperature: 0.1, topK: 1 });
  expect(shapedOf(place)).toEqual([expect.closeTo(0.9, 9), expect.closeTo(0.05, 9)]);
  expect(place.rows[0]?.own).toBeUndefined();
  expect(odds.tokens[0]?.likeliest).toBeUndefined();
});

test("the drawn token is among the rows though it was not among the likeliest", () => {
  const drawn = alternative("z", 0.01);
  const place = returnedOdds([{ ...drawn, top: [alternative("a", 0.9)] }], "raw").placeAt(0, {});
  expect(place.rows.map(({ text }) => text)).toEqual(["a", "z"]);
  expect(place.token?.text).toBe("z");
});

test("a token that is part of a character keeps its bytes", () => {
  const bytes = [0xe7, 0x8c];
  const place = returnedOdds([{ text: "\\xe7\\x8c", bytes, logprob: -1, top: [] }], "raw").placeAt(0, {});
  expect(place.token?.bytes).toEqual(bytes);
  expect(place.token?.text).toContain("\uFFFD");
});
