import { pickId } from "../tiny-model/generate";
import { shapeLogits, type ShapingSettings } from "../tiny-model/shape-logits";
import { countsOf } from "./whole-odds";

/**
 * Draws the next token as a run does.
 *
 * @param ids what was generated so far: penalties count it
 * @param point a random number from 0 to 1, 1 excluded
 */
export function drawToken(
  logits: Float32Array,
  settings: ShapingSettings,
  ids: readonly number[],
  point: number,
): number {
  return pickId(shapeLogits(logits, settings, countsOf(ids)).probabilities, point);
}
