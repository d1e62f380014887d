import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { wholeOdds, type WholeAnswer } from "@/lib/odds/whole-odds";
import { generate } from "@/lib/tiny-model/generate";
import type { Inference } from "@/lib/tiny-model/inference";
import type { ShapingSettings } from "@/lib/tiny-model/shape-logits";
import { Tokenizer } from "@/lib/tiny-model/tokenizer";
import { times } from "../support/counts";
import { CAT, sproutOdds } from "../unit/odds/sprout";

const DRAWS = times(1500, 20_000);
const START = "The cat sat on the";

/** The 0.9999 quantiles of chi-squared by degrees of freedom: tables, e.g. NIST's handbook, give the same. */
const LIMITS = [0, 15.14, 18.42, 21.11, 23.51, 25.74, 27.86];

const tokenizer = new Tokenizer(JSON.parse(readFileSync("public/sprout/tokenizer.json", "utf8")));
const { next, vocabulary } = sproutOdds();
const mat = tokenizer.encode(`${START} mat`).at(-1) as number;
const chair = tokenizer.encode(`${START} chair`).at(-1) as number;
const logits = next(CAT, tokenizer.encode(START)) as Float32Array;

const SETTINGS: Record<string, ShapingSettings> = {
  "no fader": {},
  "temperature 0.5": { temperature: 0.5 },
  "temperature 1.6": { temperature: 1.6 },
  "top-k 3": { topK: 3 },
  "top-p 0.9": { topP: 0.9 },
  "min-p 0.1": { minP: 0.1 },
  "typical-p 0.4": { typicalP: 0.4 },
  "repetition penalty 1.5": { repetitionPenalty: 1.5 },
  "frequency penalty 0.5": { frequencyPenalty: 0.5 },
  "presence penalty 1.2": { presencePenalty: 1.2 },
  "logit bias": { logitBias: { [chair]: 2 } },
  "all together": {
    temperature: 1.3,
    topK: 40,
    typicalP: 0.98,
    topP: 0.95,
    minP: 0.01,
    repetitionPenalty: 1.1,
    frequencyPenalty: 0.3,
    presencePenalty: 0.3,
    logitBias: { [chair]: 1 },
  },
};

/** Says " mat", and stands again before the next word: so that there is a repetition to punish, and odds worth drawing from. */
function sayMatThenDraw(): Inference {
  const first = new Float32Array(vocabulary.length);
  first[mat] = 1000;
  return {
    shape: { contextTokens: 256 },
    open: () => {
      let fed = 0;
      return { feed: () => (fed++ === 0 ? first.slice() : logits.slice()), close: () => {} };
    },
  } as unknown as Inference;
}

test.each(Object.entries(SETTINGS))(
  `what the lens shows is what is drawn from, by ${DRAWS} draws: %s`,
  (name, settings) => {
    const rows = new Float32Array(2 * vocabulary.length);
    rows.set(logits, vocabulary.length);
    const answer: WholeAnswer = { ids: [mat], logits: rows, tokens: [] };
    const place = wholeOdds(answer, vocabulary).placeAt(1, settings);
    const counts = new Map<number | undefined, number>();
    for (let seed = 1; seed <= DRAWS; seed += 1) {
      const options = { promptIds: [1], settings, seed, maxTokens: 2 };
      const steps = [...generate(sayMatThenDraw(), options, tokenizer)];
      // An answer that ends here is one step short: its second draw was the end.
      const drawn = steps[1]?.id ?? 4;
      const id = place.rows.some((row) => row.id === drawn) ? drawn : undefined;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const bins = [
      ...place.rows.map(({ id, shaped }) => ({ id, shaped })),
      { id: undefined, ...place.others },
    ].map(({ id, shaped = NaN }) => ({ expected: shaped * DRAWS, drawn: counts.get(id) ?? 0 }));
    for (const { expected, drawn } of bins) if (expected === 0) expect(drawn).toBe(0);
    const likely = bins.filter(({ expected }) => expected >= 5);
    const few = bins.filter(({ expected }) => expected < 5);
    const sum = (of: typeof bins) => ({
      expected: of.reduce((all, { expected }) => all + expected, 0),
      drawn: of.reduce((all, { drawn }) => all + drawn, 0),
    });
    const rest = sum(few);
    const tested = rest.expected >= 5 ? [...likely, rest] : likely;
    const chiSquared = tested.reduce(
      (all, { expected, drawn }) => all + (drawn - expected) ** 2 / expected,
      0,
    );
    console.log(`${name}: ${tested.length} bins, chi-squared ${chiSquared.toFixed(1)}`);
    expect(chiSquared).toBeLessThan(LIMITS[tested.length - 1] ?? NaN);
  },
  120_000,
);
