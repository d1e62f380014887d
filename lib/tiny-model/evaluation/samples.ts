import type { ShapingSettings } from "../shape-logits";
import type { Answerer } from "./answerer";

/** An answer as it came, unedited. */
export type Sample = { asked: string; settings: ShapingSettings; seed: number; answered: string };

const SETTINGS: readonly ShapingSettings[] = [
  { temperature: 0.1 },
  { temperature: 0.7 },
  { temperature: 1 },
  { temperature: 1.8 },
  { temperature: 1.8, topP: 0.5 },
];

const ASKED = ["Tell me a story about a fox.", "Write a poem about the moon.", "Tell me a joke."];
const SEED = 7;

/** How the temperature sounds. */
export function drawSamples(sprout: Answerer): Sample[] {
  return ASKED.flatMap((asked) =>
    SETTINGS.map((settings) => ({
      asked,
      settings,
      seed: SEED,
      answered: sprout.answer(asked, { settings, seed: SEED }),
    })),
  );
}
