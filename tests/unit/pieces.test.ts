import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWord, piecesOf } from "@/lib/pieces";

/** Texts of what tells pieces apart: words, signs, spaces, scripts without spaces, marks and joined pictures. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "a",
        "cat",
        " ",
        "\n",
        ".",
        "'",
        "我",
        "爱",
        "สวัสดี",
        "é",
        "e\u0301",
        "👩‍🔬",
        "👍🏽",
        "\u200d",
        "3.14",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(""));

describe("pieces", () => {
  it("are the text again when they are joined, whatever it is", () => {
    fc.assert(fc.property(texts, (text) => void expect(piecesOf(text).join("")).toBe(text)));
  });

  it("hold one word or sign each, with the space before it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = piecesOf(text);
        // Space ends a piece, so it stands only at its beginning; alone only at the very end.
        for (const piece of pieces.slice(0, -1)) expect(piece.trimStart()).not.toMatch(/^$|\s/);
      }),
    );
  });

  it.each([
    ["The cat's  mat.", ["The", " cat's", "  mat", "."]],
    ["3.14 is pi\n", ["3.14", " is", " pi", "\n"]],
    ["我爱 苹果，好！", ["我", "爱", " 苹", "果", "，", "好", "！"]],
    ["e\u0301té 👩‍🔬👍🏽", ["e\u0301té", " 👩‍🔬", "👍🏽"]],
    ["cat我sat", ["cat", "我", "sat"]],
    ["", []],
  ])("of %j", (text, pieces) => expect(piecesOf(text)).toEqual(pieces));

  it("that are words are told from signs and space", () => {
    expect(["cat", " 我", "7", ".", "\n", "👍"].map(isWord)).toEqual([true, true, true, false, false, false]);
  });

  it("of a hundred thousand spaces take no time", () => {
    const startedAt = performance.now();
    piecesOf(`a${" ".repeat(100_000)}`);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
