import { exactExp, exactLog } from "./exact-math";

/** What the faders ask of the odds. A missing setting does nothing. */
export type ShapingSettings = {
  /** Added to a token's logit; keys are token ids. */
  logitBias?: Record<string, number>;
  repetitionPenalty?: number;
  frequencyPenalty?: number;
  presencePenalty?: number;
  temperature?: number;
  topK?: number;
  typicalP?: number;
  topP?: number;
  minP?: number;
};

/** The fader that took a token's last chance. */
export type CutBy = "topK" | "typicalP" | "topP" | "minP";
export type Shaped = { probabilities: Float64Array; cutBy: (CutBy | undefined)[] };

/** How often each token was generated so far; the prompt does not count. */
export type TokenCounts = ReadonlyMap<number, number>;

/**
 * From the model's logits to the odds that are drawn from. Every sampling parameter goes through here, in this order:
 * logit bias, repetition, frequency and presence (on generated tokens only), temperature (0 keeps the likeliest alone),
 * top-k, typical-p, top-p, min-p; what is left is scaled to 1. Ties go to the lower token id.
 */
export function shapeLogits(
  logits: ArrayLike<number>,
  settings: ShapingSettings,
  counts: TokenCounts,
): Shaped {
  const penalized = penalize(Float64Array.from(logits), settings, counts);
  const cutBy: (CutBy | undefined)[] = Array.from({ length: penalized.length });
  const temperature = settings.temperature ?? 1;
  if (temperature === 0) return { probabilities: onlyLikeliest(penalized), cutBy };
  const probabilities = toProbabilities(penalized, temperature);
  const cut = (by: CutBy, keep: (order: number[]) => number[]) => {
    const kept = new Set(keep(byLikelihood(probabilities)));
    for (let id = 0; id < probabilities.length; id += 1) {
      if (probabilities[id] === 0 || kept.has(id)) continue;
      probabilities[id] = 0;
      cutBy[id] = by;
    }
    normalize(probabilities);
  };
  const { topK, typicalP, topP, minP } = settings;
  if (topK !== undefined && topK > 0) cut("topK", (order) => order.slice(0, topK));
  if (typicalP !== undefined && typicalP < 1)
    cut("typicalP", (order) => enough(byTypicality(order, probabilities), probabilities, typicalP));
  if (topP !== undefined && topP < 1) cut("topP", (order) => enough(order, probabilities, topP));
  if (minP !== undefined && minP > 0) {
    cut("minP", (order) => {
      const floor = minP * (probabilities[order[0] as number] as number);
      return order.filter((id) => (probabilities[id] as number) >= floor);
    });
  }
  return { probabilities, cutBy };
}

/** Softmax of logits divided by a temperature above 0. */
export function toProbabilities(logits: ArrayLike<number>, temperature = 1): Float64Array {
  const highest = Array.prototype.reduce.call(
    logits,
    (most, value) => Math.max(most as number, value as number),
    -Infinity,
  ) as number;
  const weights = Float64Array.from(logits, (logit) => exactExp((logit - highest) / temperature));
  return normalize(weights);
}

function penalize(logits: Float64Array, settings: ShapingSettings, counts: TokenCounts): Float64Array {
  const { logitBias = {}, repetitionPenalty = 1, frequencyPenalty = 0, presencePenalty = 0 } = settings;
  for (const [id, bias] of Object.entries(logitBias)) {
    const at = Number(id);
    if (at < logits.length) logits[at] = (logits[at] as number) + bias;
  }
  for (const [id, count] of counts) {
    const logit = logits[id] as number;
    const repeated = logit > 0 ? logit / repetitionPenalty : logit * repetitionPenalty;
    logits[id] = repeated - frequencyPenalty * count - presencePenalty;
  }
  return logits;
}

function onlyLikeliest(logits: Float64Array): Float64Array {
  let best = 0;
  logits.forEach((logit, id) => {
    if (logit > (logits[best] as number)) best = id;
  });
  const probabilities = new Float64Array(logits.length);
  probabilities[best] = 1;
  return probabilities;
}

function normalize(weights: Float64Array): Float64Array {
  let sum = 0;
  for (const weight of weights) sum += weight;
  for (let id = 0; id < weights.length; id += 1) weights[id] = (weights[id] as number) / sum;
  return weights;
}

/** Ids that have a chance, likeliest first. */
function byLikelihood(probabilities: Float64Array): number[] {
  const ids = Array.from(probabilities.keys()).filter((id) => (probabilities[id] as number) > 0);
  return ids.sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b);
}

/** The shortest head of `order` whose chances reach `share`; never empty. */
function enough(order: number[], probabilities: Float64Array, share: number): number[] {
  let sum = 0;
  let taken = 0;
  for (const id of order) {
    sum += probabilities[id] as number;
    taken += 1;
    if (sum >= share) break;
  }
  return order.slice(0, taken);
}

/** Ids whose surprise is nearest to the expected surprise first (Meister et al., "Locally typical sampling", 2022). */
function byTypicality(order: number[], probabilities: Float64Array): number[] {
  const surprise = new Map(order.map((id) => [id, -exactLog(probabilities[id] as number)]));
  let entropy = 0;
  for (const [id, bits] of surprise) entropy += (probabilities[id] as number) * bits;
  const distance = (id: number) => Math.abs((surprise.get(id) as number) - entropy);
  return order.toSorted((a, b) => distance(a) - distance(b) || a - b);
}
