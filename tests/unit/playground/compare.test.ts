import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canCompare } from "@/lib/playground/can-compare";
import { comparableSides, firstSides } from "@/lib/playground/compare-sides";
import { compareTexts, type Stretch } from "@/lib/playground/compare-texts";
import type { Desk } from "@/lib/playground/experiment";
import { after, deskWith, played, pressing } from "./support";

/** What one side would read: the stretches that it has. */
const textOf = (stretches: Stretch[], without: "left" | "right") =>
  stretches.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");
const withoutSpace = (text: string) => text.replaceAll(/\s/g, "");

const texts = fc
  .array(fc.constantFrom("the", " cat", " sat", ".", " ", "\n", "我", "爱", "苹", "果"), { maxLength: 14 })
  .map((parts) => parts.join(""));

describe("two texts", () => {
  it("are both found whole in what they are as one, and each word is counted once", () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(-1, 1000), (left, right, patience) => {
        const { stretches, words } = compareTexts(left, right, patience);
        expect(textOf(stretches, "left")).toBe(right);
        expect(withoutSpace(textOf(stretches, "right"))).toBe(withoutSpace(left));
        const alone = compareTexts(left, "").words.left;
        expect(words.same + words.left).toBe(alone);
      }),
    );
  });

  it("are compared word by word", () => {
    const { stretches, words, verdict } = compareTexts(
      "The cat sat on the mat today.",
      "The cat sat on the old mat.",
    );
    expect(stretches).toEqual([
      { kind: "same", text: "The cat sat on the" },
      { kind: "right", text: " old" },
      { kind: "same", text: " mat" },
      { kind: "left", text: " today" },
      { kind: "same", text: "." },
    ]);
    expect(words).toEqual({ same: 6, left: 1, right: 1 });
    expect(verdict).toBe("different");
  });

  it("in Chinese are compared character by character", () => {
    const { stretches, words } = compareTexts("猫坐在垫子上。", "猫坐在椅子上。");
    expect(stretches.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "same 猫坐在",
      "left 垫",
      "right 椅",
      "same 子上。",
    ]);
    expect(words).toEqual({ same: 5, left: 1, right: 1 });
  });

  it.each([
    ["a cat", "a cat", "equal"],
    ["", "", "equal"],
    ["a cat", "a  cat\n", "spaces"],
    ["a cat.", "a cat", "different"],
    ["a cat", "A cat", "different"],
    ["", "a", "different"],
  ] as const)("%j and %j are %s", (left, right, verdict) =>
    expect(compareTexts(left, right).verdict).toBe(verdict),
  );

  it("that take too long share what they begin and end with, and say so", () => {
    const { stretches, isCoarse } = compareTexts("a b c d e", "a x c y e", -1);
    expect(isCoarse).toBe(true);
    expect(stretches.map(({ kind, text }) => `${kind}${text}`)).toEqual([
      "samea",
      "left b c d",
      "right x c y",
      "same e",
    ]);
    expect(compareTexts("a b c d e", "a x c y e", Infinity).isCoarse).toBe(false);
    expect(compareTexts("a a a", "a a", -1).stretches).toEqual([
      { kind: "same", text: "a a" },
      { kind: "left", text: " a" },
    ]);
  });

  it("of ten thousand words hold up the page for a moment at most, alike or not", () => {
    const text = (step: number) =>
      Array.from({ length: 10_000 }, (_, index) => `w${(index * step * 7919) % 5003}`).join(" ");
    const startedAt = performance.now();
    expect(compareTexts(text(1), text(1).replaceAll("w77", "other"), Infinity).isCoarse).toBe(false);
    expect(compareTexts(text(1), text(3)).words.left).toBeGreaterThan(0);
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});

describe("what can be compared", () => {
  const runs = (...rounds: Record<string, string>[]) =>
    rounds.reduce<Desk>((desk, answers) => played(desk, answers), deskWith(2, "x"));
  const sides = (desk: Desk, pane: string) => {
    const first = firstSides(desk, pane);
    const all = comparableSides(desk).flatMap((each) => each.sides);
    return first && [first.left, first.right].map((id) => all.find((side) => side.id === id)?.text);
  };

  it("is every answer that ended, by pane and place", () => {
    const going = after(runs({ p1: "one", p2: "two" }, { p1: "three" }), pressing(["p1"]));
    expect(
      comparableSides(going).map(({ number, all, sides: own }) => [
        number,
        all,
        own.map(({ place, text }) => `${place} ${text}`),
      ]),
    ).toEqual([
      [1, 3, ["1 one", "2 three"]],
      [2, 1, ["1 two"]],
    ]);
    const ids = comparableSides(going).flatMap((each) => each.sides.map(({ id }) => id));
    expect(new Set(ids).size).toBe(3);
  });

  it("begins with the answer on show and the run before it", () => {
    const desk = runs({ p1: "one", p2: "two" }, { p1: "three" }, { p1: "four" });
    expect(sides(desk, "p1")).toEqual(["three", "four"]);
    expect(sides(after(desk, { type: "showRun", pane: "p1", index: 1 }), "p1")).toEqual(["one", "three"]);
  });

  it("begins with another pane's answer where there is no run before, else with a later one, in their order", () => {
    const desk = runs({ p1: "one", p2: "two" }, { p1: "three" });
    expect(sides(desk, "p2")).toEqual(["three", "two"]);
    expect(sides(runs({ p1: "one", p2: "two" }), "p1")).toEqual(["one", "two"]);
    const alone = after(runs({ p1: "one" }, { p1: "two" }), { type: "showRun", pane: "p1", index: 0 });
    expect(sides(alone, "p1")).toEqual(["one", "two"]);
  });

  it.each([
    ["nothing has run", deskWith(2), "p1", false],
    ["one answer stands alone", runs({ p1: "one" }), "p1", false],
    ["another pane has one, this has none", runs({ p1: "one" }, { p1: "two" }), "p2", false],
    ["two panes have one", runs({ p1: "one", p2: "two" }), "p1", true],
    ["this pane has two", runs({ p1: "one" }, { p1: "two" }), "p1", true],
    ["the second one still goes", after(runs({ p1: "one" }), pressing(["p1"])), "p1", false],
  ] as const)("when %s", (_, desk, pane, can) => {
    expect(canCompare(desk, pane)).toBe(can);
    expect(firstSides(desk, pane) !== undefined).toBe(can);
  });
});
