import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapeLogits, type ShapingSettings } from "@/lib/tiny-model/shape-logits";

const NONE = new Map<number, number>();
/** Odds 40, 30, 15, 10, 4, 1 percent, as logits. */
const ODDS = [0.4, 0.3, 0.15, 0.1, 0.04, 0.01];
const LOGITS = Float32Array.from(ODDS, Math.log);

const shaped = (settings: ShapingSettings, counts: ReadonlyMap<number, number> = NONE) =>
  [...shapeLogits(LOGITS, settings, counts).probabilities].map((value) => Math.round(value * 1e4) / 1e4);
const cuts = (settings: ShapingSettings) => shapeLogits(LOGITS, settings, NONE).cutBy;

function plainSoftmax(logits: number[], temperature = 1): number[] {
  const weights = logits.map((logit) => Math.exp((logit - Math.max(...logits)) / temperature));
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / sum);
}

describe("shaped odds", () => {
  it("with no setting are the softmax, as Math.exp has it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 2, maxLength: 50 }),
        (logits) => {
          const { probabilities, cutBy } = shapeLogits(logits, {}, NONE);
          plainSoftmax(logits).forEach((odds, id) =>
            expect(Math.abs((probabilities[id] as number) - odds)).toBeLessThan(1e-12),
          );
          expect(cutBy.every((by) => by === undefined)).toBe(true);
        },
      ),
    );
  });

  it("are odds whatever the settings: none below 0, 1 in all, never empty", () => {
    const settings = fc.record(
      {
        temperature: fc.double({ min: 0, max: 2, noNaN: true }),
        topK: fc.integer({ min: 0, max: 8 }),
        topP: fc.double({ min: 0, max: 1, noNaN: true }),
        minP: fc.double({ min: 0, max: 1, noNaN: true }),
        typicalP: fc.double({ min: 0, max: 1, noNaN: true }),
        frequencyPenalty: fc.double({ min: -2, max: 2, noNaN: true }),
        presencePenalty: fc.double({ min: -2, max: 2, noNaN: true }),
        repetitionPenalty: fc.double({ min: 0.1, max: 2, noNaN: true }),
        logitBias: fc.dictionary(
          fc.constantFrom("0", "3", "5", "99", "x"),
          fc.double({ min: -100, max: 100, noNaN: true }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(settings, (each) => {
        const { probabilities, cutBy } = shapeLogits(LOGITS, each, new Map([[1, 3]]));
        expect(probabilities.reduce((sum, odds) => sum + odds, 0)).toBeCloseTo(1, 9);
        expect(probabilities.every((odds) => odds >= 0)).toBe(true);
        expect(cutBy.every((by, id) => by === undefined || probabilities[id] === 0)).toBe(true);
      }),
    );
  });

  it("follow temperature, and at 0 keep the likeliest alone, the lower id of two", () => {
    plainSoftmax([...LOGITS], 0.5).forEach((odds, id) =>
      expect(shaped({ temperature: 0.5 })[id]).toBeCloseTo(odds, 4),
    );
    expect(shaped({ temperature: 2 })[5]).toBeGreaterThan(0.03);
    expect(shaped({ temperature: 0 })).toEqual([1, 0, 0, 0, 0, 0]);
    expect([...shapeLogits([1, 3, 3], { temperature: 0 }, NONE).probabilities]).toEqual([0, 1, 0]);
  });

  it("follow top-k; 0 turns it off, ties go to the lower id", () => {
    expect(shaped({ topK: 2 })).toEqual([0.5714, 0.4286, 0, 0, 0, 0]);
    expect(cuts({ topK: 2 })).toEqual([undefined, undefined, "topK", "topK", "topK", "topK"]);
    expect(shaped({ topK: 0 })).toEqual(shaped({}));
    expect([...shapeLogits([1, 1, 1], { topK: 2 }, NONE).probabilities]).toEqual([0.5, 0.5, 0]);
  });

  it("follow top-p: the fewest that reach it", () => {
    expect(shaped({ topP: 0.7 }).filter((odds) => odds > 0)).toHaveLength(2);
    expect(shaped({ topP: 0.71 }).filter((odds) => odds > 0)).toHaveLength(3);
    expect(shaped({ topP: 0 })).toEqual([1, 0, 0, 0, 0, 0]);
    expect(cuts({ topP: 0.71 })[3]).toBe("topP");
  });

  it("follow min-p: a share of the likeliest", () => {
    expect(shaped({ minP: 0.3 }).map((odds) => odds > 0)).toEqual([true, true, true, false, false, false]);
    expect(cuts({ minP: 0.3 })[3]).toBe("minP");
  });

  it("follow typical-p: the least surprising surprises first, which need not be the likeliest", () => {
    // Entropy is 1.42 nats; the nearest surprises are those of 30 % (1.20), 15 % (1.90), then 40 % (0.92).
    expect(shaped({ typicalP: 0.25 })).toEqual([0, 1, 0, 0, 0, 0]);
    expect(shaped({ typicalP: 0.4 })).toEqual([0, 0.6667, 0.3333, 0, 0, 0]);
    expect(cuts({ typicalP: 0.25 })[0]).toBe("typicalP");
  });

  it("follow the penalties, on generated tokens alone", () => {
    const counts = new Map([[0, 2]]);
    const share = (factor: number) => (0.4 * factor) / (0.4 * factor + 0.6);
    expect(shaped({ frequencyPenalty: 0.5 }, counts)[0]).toBeCloseTo(share(Math.exp(-1)), 4);
    expect(shaped({ presencePenalty: 0.5 }, counts)[0]).toBeCloseTo(share(Math.exp(-0.5)), 4);
    // A negative logit is multiplied: ln 0.4 becomes 2 ln 0.4.
    expect(shaped({ repetitionPenalty: 2 }, counts)[0]).toBeCloseTo(share(0.4), 4);
    expect([...shapeLogits([2, 0], { repetitionPenalty: 2 }, counts).probabilities][0]).toBeCloseTo(
      Math.E / (Math.E + 1),
      6,
    );
    expect(shaped({ frequencyPenalty: 2, presencePenalty: 2, repetitionPenalty: 2 })).toEqual(shaped({}));
  });

  it("follow logit bias; tokens there are none of change nothing", () => {
    expect(shaped({ logitBias: { "5": 100 } })).toEqual([0, 0, 0, 0, 0, 1]);
    expect(shaped({ logitBias: { "0": -100 } })[0]).toBe(0);
    expect(shaped({ logitBias: { "6": 100, "-1": 100, word: 100 } })).toEqual(shaped({}));
  });
});

describe("the order of the faders", () => {
  it("is bias before repetition: the penalty weighs the biased logit", () => {
    const { probabilities } = shapeLogits(
      [0, 0],
      { logitBias: { "0": 4 }, repetitionPenalty: 2 },
      new Map([[0, 1]]),
    );
    expect(probabilities[0]).toBeCloseTo(plainSoftmax([2, 0])[0] as number, 9);
  });

  it("is repetition before frequency", () => {
    const { probabilities } = shapeLogits(
      [4, 0],
      { frequencyPenalty: 1, repetitionPenalty: 2 },
      new Map([[0, 1]]),
    );
    expect(probabilities[0]).toBeCloseTo(plainSoftmax([1, 0])[0] as number, 9);
  });

  it("is penalties before temperature", () => {
    const { probabilities } = shapeLogits(
      [4, 0],
      { presencePenalty: 2, temperature: 0.5 },
      new Map([[0, 1]]),
    );
    expect(probabilities[0]).toBeCloseTo(plainSoftmax([4, 0])[0] as number, 9);
  });

  it("is temperature before the cuts", () => {
    expect(shaped({ temperature: 0.2, topP: 0.75 }).filter((odds) => odds > 0)).toHaveLength(1);
    expect(shaped({ temperature: 1, topP: 0.75 }).filter((odds) => odds > 0)).toHaveLength(3);
  });

  it("is top-k, typical-p, top-p, min-p, each over what the last has left", () => {
    // Of the two that top-k leaves, the first holds 57 %, so top-p needs no other; of all, it would hold 40 %.
    expect(shaped({ topK: 2, topP: 0.5 })).toEqual([1, 0, 0, 0, 0, 0]);
    expect(shaped({ topP: 0.5 }).filter((odds) => odds > 0)).toHaveLength(2);
    // Typical-p takes the likeliest away; top-p then keeps what is the likeliest of the rest.
    expect(shaped({ typicalP: 0.4, topP: 0.1 })).toEqual([0, 1, 0, 0, 0, 0]);
    expect(cuts({ topK: 3, topP: 0.8, minP: 0.9 })).toEqual([
      undefined,
      "minP",
      "topP",
      "topK",
      "topK",
      "topK",
    ]);
    expect(cuts({ typicalP: 0.25, topK: 5 }).slice(4)).toEqual(["typicalP", "topK"]);
  });
});
