import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateCorpus } from "@/lib/tiny-model/corpus/generate-corpus";
import { WHOLE_WORDS } from "@/lib/tiny-model/corpus/whole-words";
import { FIRST_BYTE, SPECIAL_TOKENS } from "@/lib/tiny-model/special-tokens";
import { splitPieces, Tokenizer } from "@/lib/tiny-model/tokenizer";
import { trainTokenizer } from "@/lib/tiny-model/tokenizer-trainer";
import { textsOf } from "./support";

const texts = [...textsOf(generateCorpus({ seed: 3, documents: 2000 }))];
const file = trainTokenizer(texts, { size: 1024, wholeWords: WHOLE_WORDS });
const tokenizer = new Tokenizer(file);

/** Text of all kinds: any code points, words of the corpus, emoji, CJK, special tokens spelled out. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "👩‍👩‍👧",
        "🦊",
        "讲一个故事",
        "こんにちは",
        "naïve",
        "\uFEFFword",
        "  ",
        "\n\n",
        "<|end|>",
        "<|bos|>",
        "12",
        "don't",
      ),
      fc.constantFrom(...texts.slice(0, 50)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""))
  .filter((text) => text.isWellFormed());

describe("the tokenizer", () => {
  test("has 1,024 tokens", () => {
    expect(tokenizer.size).toBe(1024);
  });

  test("gives every text back byte for byte", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
    );
  });

  test("splits text into pieces that are the text again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(splitPieces(text).join("")).toBe(text);
      }),
    );
  });

  test("makes no special token of any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const id of tokenizer.encode(text)) expect(id).toBeGreaterThanOrEqual(FIRST_BYTE);
      }),
    );
    for (const special of SPECIAL_TOKENS) expect(tokenizer.encode(special).length).toBeGreaterThan(1);
  });

  test("has each of the demo words as one token", () => {
    for (const word of WHOLE_WORDS) expect(tokenizer.encode(word), word).toHaveLength(1);
    expect(WHOLE_WORDS).toEqual(
      expect.arrayContaining([" mat", " chair", " sofa", " roof", " moon", " silver", " golden"]),
    );
  });

  test("encodes a word in a sentence as it does alone", () => {
    expect(tokenizer.encode("The cat sat on the mat.").at(-2)).toBe(tokenizer.encode(" mat")[0]);
  });

  test("writes each digit as a token of its own", () => {
    expect(tokenizer.encode("2026")).toHaveLength(4);
  });

  test("is the same when trained again", () => {
    expect(trainTokenizer(texts, { size: 1024, wholeWords: WHOLE_WORDS })).toEqual(file);
  });

  test("reads what it was trained on in few tokens", () => {
    const story = "Once upon a time, there was a little fox named Lena. Lena lived in the forest.";
    expect(story.length / tokenizer.encode(story).length).toBeGreaterThan(3.5);
  });
});
