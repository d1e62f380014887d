import { expect, test } from "vitest";
import type { Turn } from "@/lib/playground/experiment";
import { givenTurns } from "@/lib/playground/given-turns";

const turn = (id: string, role: Turn["role"] = "assistant"): Turn => ({ id, role, content: id });
const ids = (turns: Turn[]) => turns.map(({ id }) => id);
const BEGUN = [turn("a", "user"), turn("b"), turn("c", "user"), turn("d"), turn("e")];

test("an answer's given beginning is what the assistant is made to have said last", () => {
  expect(ids(givenTurns(BEGUN, "e"))).toEqual(["d", "e"]);
  expect(ids(givenTurns([turn("a")], "a"))).toEqual(["a"]);
});

test("an answer to a user's turn, to an earlier one or to none was given nothing", () => {
  expect(givenTurns(BEGUN.slice(0, 3), "c")).toEqual([]);
  expect(givenTurns(BEGUN, "d")).toEqual([]);
  expect(givenTurns(BEGUN, undefined)).toEqual([]);
  expect(givenTurns([], undefined)).toEqual([]);
});
