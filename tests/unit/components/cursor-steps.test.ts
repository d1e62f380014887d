import { describe, expect, it } from "vitest";
import { unitAfterKey, type Box } from "@/components/tokens/cursor-steps";
import { joinTokens } from "@/lib/odds/join-tokens";
import { token } from "../odds/support";

const NO_MODIFIER = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
const LINE = 28;

/** A piece from `left` to `right` on a line. The font decides its height; all of a line stand on one base line. */
const box = (line: number, left: number, right: number, height = 18): Box => ({
  left,
  right,
  top: line * LINE + 23 - height,
  bottom: line * LINE + 23,
});

/**
 * 0: one  two  three-
 * 1: -three  four ↵
 * 2: ↵
 * 3: five 六
 */
const BOXES: Box[][] = [
  [box(0, 0, 30)],
  [box(0, 30, 60, 22)],
  [box(0, 60, 100), box(1, 0, 20)],
  [box(1, 20, 50, 14)],
  [box(1, 50, 50), box(2, 0, 0)],
  [box(3, 0, 40)],
  [box(3, 40, 60, 24)],
];
const units = joinTokens(
  [0.9, 0.4, 0.9, 0.05, 0.9, 0.9, undefined].map((own, index) => token(`${index}`, { own })),
);

const press = (key: string, at: number, modifiers: Partial<typeof NO_MODIFIER> = {}) =>
  unitAfterKey({ key, ...NO_MODIFIER, ...modifiers }, units, at, (unit) => BOXES[unit] ?? []);

describe("the cursor", () => {
  it("goes by unit and stays at the ends", () => {
    expect([0, 3, 6].map((at) => press("ArrowRight", at))).toEqual([1, 4, 6]);
    expect([0, 3, 6].map((at) => press("ArrowLeft", at))).toEqual([0, 2, 5]);
    expect([press("Home", 3), press("End", 3)]).toEqual([0, 6]);
  });

  it("goes with Ctrl to what is not common, and stays where there is no more", () => {
    const ctrlKey = true;
    expect([0, 1, 3].map((at) => press("ArrowRight", at, { ctrlKey }))).toEqual([1, 3, 3]);
    expect([6, 3, 1].map((at) => press("ArrowLeft", at, { ctrlKey }))).toEqual([3, 1, 1]);
  });

  it("goes down and up by line to what is nearest across", () => {
    expect([0, 1].map((at) => press("ArrowDown", at))).toEqual([2, 3]);
    // From its end: what wraps lies on two lines.
    expect(press("ArrowDown", 2)).toBe(4);
    expect(press("ArrowDown", 3)).toBe(4);
    expect(press("ArrowDown", 4)).toBe(5);
    expect([6, 5].map((at) => press("ArrowUp", at))).toEqual([4, 4]);
    expect(press("ArrowUp", 3)).toBe(1);
  });

  it("stays on the first and on the last line", () => {
    expect([0, 1, 2].map((at) => press("ArrowUp", at))).toEqual([0, 1, 2]);
    expect([5, 6].map((at) => press("ArrowDown", at))).toEqual([5, 6]);
  });

  it("looks no further than the next line", () => {
    const asked: number[] = [];
    unitAfterKey({ key: "ArrowDown", ...NO_MODIFIER }, units, 0, (unit) => {
      asked.push(unit);
      return BOXES[unit] ?? [];
    });
    expect(asked).toEqual([0, 1, 2, 3, 4]);
  });

  it("leaves all other keys alone", () => {
    const others = [press("a", 1), press("Tab", 1), press("Home", 1, { ctrlKey: true })];
    const marking = [press("ArrowRight", 1, { shiftKey: true }), press("ArrowLeft", 1, { altKey: true })];
    expect([...others, ...marking, press("ArrowLeft", 1, { metaKey: true })]).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });
});
