import { rarity } from "@/lib/odds/answer-figures";
import type { Unit } from "@/lib/odds/join-tokens";

/** A piece of a unit as it lies on the page, in pixels; a unit that wraps has several, in the order of reading. */
export type Box = { left: number; right: number; top: number; bottom: number };
type Key = { key: string; ctrlKey: boolean; shiftKey: boolean; altKey: boolean; metaKey: boolean };

/**
 * Where a key takes the cursor from unit `at`; undefined for a key that is not one of the cursor's. Left and Right go by
 * unit, with Ctrl to the next that is not common; Up and Down by line; Home and End to the first and the last.
 */
export function unitAfterKey(
  { key, ctrlKey, shiftKey, altKey, metaKey }: Key,
  units: readonly Unit[],
  at: number,
  boxesOf: (unit: number) => readonly Box[],
): number | undefined {
  if (shiftKey || altKey || metaKey) return undefined;
  const last = units.length - 1;
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[key];
  const isAcross = key === "ArrowLeft" || key === "ArrowRight";
  if (ctrlKey) return isAcross && step ? nextUncommon(units, at, step) : undefined;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (!step) return undefined;
  return isAcross ? Math.min(Math.max(at + step, 0), last) : nextLine(boxesOf, at, step, last);
}

/** The next unit in a direction that is not common; where there is none, `at` itself. */
function nextUncommon(units: readonly Unit[], at: number, step: number): number {
  for (let index = at + step; index >= 0 && index < units.length; index += step) {
    if (rarity(units[index]?.own) !== "common") return index;
  }
  return at;
}

/** The unit of the next line in a direction that is nearest across; where there is no line, `at` itself. */
function nextLine(boxesOf: (unit: number) => readonly Box[], at: number, step: number, last: number): number {
  const start = boxesOf(at).at(step > 0 ? -1 : 0);
  if (!start) return at;
  const across = (start.left + start.right) / 2;
  let line: Box | undefined;
  let best = at;
  let least = Infinity;
  for (let index = at + step; index >= 0 && index <= last; index += step) {
    const boxes = boxesOf(index);
    for (const box of step > 0 ? boxes : boxes.toReversed()) {
      if (!isBeyond(box, start, step)) continue;
      line ??= box;
      if (isBeyond(box, line, step)) return best;
      const distance = Math.max(box.left - across, across - box.right, 0);
      if (distance < least) {
        least = distance;
        best = index;
      }
    }
  }
  return best;
}

/** Whether a box lies on a later line in a direction; boxes of one line may differ in height, not by half of it. */
function isBeyond(box: Box, line: Box, step: number): boolean {
  const middle = (of: Box) => (of.top + of.bottom) / 2;
  return step * (middle(box) - middle(line)) > (line.bottom - line.top) / 2;
}
