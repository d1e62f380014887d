import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinTokens, TokenJoiner, unitIndexAt, type Unit } from "@/lib/odds/join-tokens";
import type { AnswerToken } from "@/lib/odds/odds";
import { cut, token } from "./support";

const encoder = new TextEncoder();
const textOf = (units: readonly Unit[]) => units.map(({ text }) => text).join("");
const texts = (tokens: AnswerToken[]) => joinTokens(tokens).map(({ text }) => text);

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
/** Bytes that are hardly ever right, and often begin a character. */
const anyBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc3, 0xe0, 0xe4),
      fc.constantFrom(0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff),
      fc.nat(255),
    ),
    { maxLength: 60 },
  )
  .map((bytes) => Uint8Array.from(bytes));

/** Each token in exactly one unit, none left out. */
function expectToHoldAll(units: readonly Unit[], tokens: readonly AnswerToken[]) {
  const ends = [0, ...units.map(({ to }) => to)];
  expect(units.map(({ from }) => from)).toEqual(ends.slice(0, -1));
  expect(ends.at(-1)).toBe(tokens.length);
  expect(units.every(({ from, to }) => to > from)).toBe(true);
}

describe("tokens joined", () => {
  it("give back any text, wherever its bytes were cut", () => {
    fc.assert(
      fc.property(anyText, shares, (text, places) => {
        const tokens = cut(encoder.encode(text), places);
        const units = joinTokens(tokens);
        expect(textOf(units)).toBe(text);
        expectToHoldAll(units, tokens);
      }),
    );
  });

  it("mean what all bytes together mean, be they UTF-8 or not", () => {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    fc.assert(
      fc.property(anyBytes, shares, (bytes, places) => {
        const tokens = cut(bytes, places);
        const units = joinTokens(tokens);
        expect(textOf(units)).toBe(decoder.decode(bytes));
        expectToHoldAll(units, tokens);
      }),
      { numRuns: 500 },
    );
  });

  it("are several only where a character is cut", () => {
    const [first, second, third] = encoder.encode("你");
    const split = [token("a"), token([first as number]), token([second as number, third as number, 0x21])];
    expect(texts(split)).toEqual(["a", "你!"]);
    expect(texts([token("\ufeff"), token("b"), token("")])).toEqual(["\ufeff", "b", ""]);
  });

  it("are whole characters again when every byte is a token", () => {
    const bytes = [...encoder.encode("aé你😀\n")];
    const joiner = new TokenJoiner();
    const tokens = bytes.map((byte) => token([byte]));
    expect(texts(tokens)).toEqual(["a", "é", "你", "😀", "\n"]);
    const growing = tokens.map((_, index) => joiner.update(tokens.slice(0, index + 1)).at(-1)?.text);
    expect(growing.join("")).toBe("a\ufffdé\ufffd\ufffd你\ufffd\ufffd\ufffd😀\n");
  });

  it("end where the next token cannot go on with the character", () => {
    expect(texts([token([0xe4]), token([0xbd]), token("A")])).toEqual(["\ufffd", "A"]);
    expect(texts([token([0xc1]), token([0x80])])).toEqual(["\ufffd", "\ufffd"]);
    expect(texts([token([0xc3]), token([0xa9]), token([0xa9])])).toEqual(["é", "\ufffd"]);
    expect(texts([token([0xf0]), token([])])).toEqual(["\ufffd"]);
  });

  it("have the product of their tokens' chances, and a number of kept tokens only when they are one", () => {
    const [unit] = joinTokens([
      token([0xc3], { own: 0.5, shaped: 0.8, kept: 3 }),
      token([0xa9], { own: 0.25, shaped: 0.5, kept: 2 }),
    ]);
    expect(unit).toEqual({ text: "é", from: 0, to: 2, own: 0.125, shaped: 0.4, kept: undefined });
    const [half] = joinTokens([token([0xc3], { own: 0.5 }), token([0xa9])]);
    expect(half?.own).toBeUndefined();
    expect(joinTokens([token("a", { own: 0.5, kept: 3 })])).toEqual([
      { text: "a", from: 0, to: 1, own: 0.5, shaped: undefined, kept: 3 },
    ]);
  });
});

describe("a growing answer", () => {
  it("is joined as if it had come at once, whatever is taken back or changed on the way", () => {
    const step = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), shares, anyBytes);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const joiner = new TokenJoiner();
        let tokens: AnswerToken[] = [];
        for (const [keep, places, bytes] of steps) {
          tokens = [...tokens.slice(0, Math.round(keep * tokens.length)), ...cut(bytes, places)];
          expect(joiner.update(tokens)).toEqual(joinTokens(tokens));
        }
      }),
    );
  });

  it("keeps the units that did not change, even when its tokens are other objects", () => {
    const joiner = new TokenJoiner();
    const tokens = ["The", " sea", " is", " silver"].map((text) => token(text, { own: 0.5 }));
    const before = joiner.update(tokens);
    expect(joiner.update(tokens.map((each) => ({ ...each })))).toBe(before);
    const after = joiner.update([...tokens.map((each) => ({ ...each })), token(".")]);
    expect(after).toHaveLength(5);
    for (const [index, unit] of before.entries()) expect(after[index]).toBe(unit);
    expect(before).toHaveLength(4);
    const changed = joiner.update(tokens.with(2, token(" is", { own: 0.5, shaped: 0.9 })));
    expect(changed[1]).toBe(before[1]);
    expect(changed[2]?.shaped).toBe(0.9);
  });
});

describe("the unit of a token", () => {
  it("is found by any of its tokens, and for no other", () => {
    const units = joinTokens([token("a"), token([0xe4]), token([0xbd]), token([0xa0]), token("b")]);
    expect([-1, 0, 1, 2, 3, 4, 5].map((index) => unitIndexAt(units, index))).toEqual([
      undefined,
      0,
      1,
      1,
      1,
      2,
      undefined,
    ]);
  });
});
