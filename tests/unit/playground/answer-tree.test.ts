import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerTree, type AnswerNode } from "@/lib/playground/answer-tree";

type Leaf = { text: string; count: number; index?: number };

/** Every end of the tree with the whole text that leads to it. */
function leaves(nodes: readonly AnswerNode[], before = ""): Leaf[] {
  return nodes.flatMap(({ text, count, index, children }) =>
    children.length === 0 ? [{ text: before + text, count, index }] : leaves(children, before + text),
  );
}

const answers = fc
  .uniqueArray(
    fc
      .array(fc.constantFrom("the", " cat", " sat", ".", " ", "\n", "我", "爱", "苹", "果"), { maxLength: 8 })
      .map((parts) => parts.join("")),
    { maxLength: 12 },
  )
  .chain((texts) =>
    fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: texts.length, maxLength: texts.length })
      .map((counts) => texts.map((text, index) => ({ text, count: counts[index] ?? 1, index }))),
  );

const byIndex = (a: Leaf, b: Leaf) => (a.index ?? 0) - (b.index ?? 0);

describe("a tree of answers", () => {
  it("ends in each answer, with its whole text and its count", () => {
    fc.assert(
      fc.property(answers, (all) => void expect(leaves(answerTree(all)).toSorted(byIndex)).toEqual(all)),
    );
  });

  it("counts at each branch what goes on from it, the most frequent first, and branches only where answers differ", () => {
    const check = (nodes: readonly AnswerNode[]) => {
      expect(nodes.map(({ count }) => count)).toEqual(
        nodes.map(({ count }) => count).toSorted((a, b) => b - a),
      );
      for (const { count, children } of nodes) {
        expect(children).not.toHaveLength(1);
        if (children.length > 0)
          expect(children.reduce((total, child) => total + child.count, 0)).toBe(count);
        check(children);
      }
    };
    fc.assert(fc.property(answers, (all) => check(answerTree(all))));
  });

  it("shows a common beginning once", () => {
    expect(
      answerTree([
        { text: "The cat sat on the chair.", count: 3, index: 2 },
        { text: "The cat sat on the mat.", count: 5, index: 0 },
      ]),
    ).toEqual([
      {
        text: "The cat sat on the",
        count: 8,
        children: [
          { text: " mat.", count: 5, index: 0, children: [] },
          { text: " chair.", count: 3, index: 2, children: [] },
        ],
      },
    ]);
  });

  it("differs by characters where there are no spaces", () => {
    const [root] = answerTree([
      { text: "猫坐在垫子上。", count: 2, index: 0 },
      { text: "猫坐在椅子上。", count: 1, index: 1 },
    ]);
    expect(root?.text).toBe("猫坐在");
    expect(root?.children.map(({ text }) => text)).toEqual(["垫子上。", "椅子上。"]);
  });

  it("has an end of its own where one answer is the beginning of another", () => {
    const [root] = answerTree([
      { text: "Yes", count: 1, index: 0 },
      { text: "Yes, it is.", count: 1, index: 1 },
    ]);
    expect(root?.children.map(({ text }) => text)).toEqual(["", ", it is."]);
  });

  it("of a hundred answers of a thousand words takes no time", () => {
    const words = Array.from({ length: 1000 }, (_, index) => `word${index}`);
    const all = Array.from({ length: 100 }, (_, index) => ({
      text: words.with(index * 10, "other").join(" "),
      count: 1,
      index,
    }));
    const startedAt = performance.now();
    expect(leaves(answerTree(all))).toHaveLength(100);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
