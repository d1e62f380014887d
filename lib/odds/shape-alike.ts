import type { ShapingSettings } from "../tiny-model/shape-logits";

const SHAPING = {
  logitBias: true,
  repetitionPenalty: true,
  frequencyPenalty: true,
  presencePenalty: true,
  temperature: true,
  topK: true,
  typicalP: true,
  topP: true,
  minP: true,
} as const satisfies Record<keyof ShapingSettings, true>;

/** Whether two settings make the same of a model's odds, as far as one can tell from what is set. */
export function shapeAlike(one: ShapingSettings, other: ShapingSettings): boolean {
  return (Object.keys(SHAPING) as (keyof ShapingSettings)[]).every(
    (key) => JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );
}
