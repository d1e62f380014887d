import { expect, test } from "vitest";
import { beginningWith } from "@/lib/odds/beginning-with";
import type { TokenOdds } from "@/lib/odds/odds";

const token = (text: string, id?: number): TokenOdds => ({
  ...(id === undefined ? {} : { id }),
  text,
  bytes: [...new TextEncoder().encode(text)],
});

test("a beginning keeps what stood before a place, and its tokens where each is known by number", () => {
  const tokens = [token("The", 7), token(" cat", 8), token(" sat", 9)];
  expect(beginningWith(tokens, 1, token(" dog", 10))).toEqual({ text: "The dog", tokens: [7, 10] });
  expect(beginningWith([token("The"), token(" cat")], 1, token(" dog"))).toEqual({ text: "The dog" });
});

test("nothing follows the end of an answer", () => {
  expect(beginningWith([token("The", 7)], 1, { id: 4, text: "", bytes: [] })).toBeUndefined();
});

test("a part of a character can be followed by number only", () => {
  const half: TokenOdds = { text: "\uFFFD", bytes: [0xe7, 0x8c] };
  expect(beginningWith([], 0, half)).toBeUndefined();
  expect(beginningWith([], 0, { ...half, id: 300 })).toEqual({ text: "\uFFFD", tokens: [300] });
  const rest: TokenOdds = { text: "\uFFFD", bytes: [0xab] };
  expect(beginningWith([half], 1, rest)).toEqual({ text: "猫" });
});
