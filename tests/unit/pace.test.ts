import fc from "fast-check";
import { expect, test } from "vitest";
import { notePaces } from "@/lib/note-paces";
import { keepPace } from "@/lib/pace";
import type { RunEvent } from "@/lib/run-events";

const END: RunEvent = {
  pane: "a",
  type: "end",
  reason: "complete",
  timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
};
const text = (text: string, pane = "a"): RunEvent => ({ pane, type: "text", text });

/** Characters of each kind, and the time of the last piece. */
function sums(pace: readonly number[]) {
  const characters = pace.filter((_, at) => at % 2 === 1);
  return {
    text: characters.filter((n) => n > 0).reduce((a, b) => a + b, 0),
    reasoning: characters.filter((n) => n < 0).reduce((a, b) => a - b, 0),
    ms: pace.filter((_, at) => at % 2 === 0).reduce((a, b) => a + b, 0),
  };
}

test("a piece is when it came and how long it is; what one frame shows is one piece, reasoning apart", () => {
  const keeper = keepPace(100);
  keeper.add(150.4, 3, "reasoning");
  keeper.add(155, 4, "reasoning");
  keeper.add(156, 5, "text");
  keeper.add(190, 6, "text");
  keeper.add(191, 0, "text");
  expect(keeper.get()).toEqual([50, -7, 6, 5, 34, 6]);
});

test("however long an answer is, its pace is short, whole and as long as it took", () => {
  const keeper = keepPace(0);
  const tokens = 100_000;
  for (let token = 1; token <= tokens; token += 1)
    keeper.add(token * 20, 4, token > 500 ? "text" : "reasoning");
  const pace = keeper.get();
  expect(pace.length).toBeLessThanOrEqual(4096);
  expect(pace.length).toBeGreaterThan(1000);
  // As coarse at its end as at its beginning.
  const waits = pace.filter((_, at) => at % 2 === 0).slice(10, -1);
  expect(Math.max(...waits) / Math.min(...waits)).toBeLessThan(5);
  const { text, reasoning, ms } = sums(pace);
  expect([text, reasoning]).toEqual([(tokens - 500) * 4, 2000]);
  expect(Math.abs(ms - tokens * 20)).toBeLessThan(2000);
});

test("a pace that cannot be joined stays short and holds the beginning", () => {
  const keeper = keepPace(0);
  for (let token = 1; token <= 10_000; token += 1)
    keeper.add(token * 20, 1, token % 2 ? "text" : "reasoning");
  expect(keeper.get().length).toBeLessThanOrEqual(4098);
  expect(keeper.get().slice(0, 4)).toEqual([20, 1, 20, -1]);
});

test("any pace adds up to the characters that came, and no wait is below zero", () => {
  const piece = fc.record({
    wait: fc.double({ min: 0, max: 500, noNaN: true }),
    characters: fc.nat(40),
    kind: fc.constantFrom<"text" | "reasoning">("text", "reasoning"),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const keeper = keepPace(0);
      let now = 0;
      for (const { wait, characters, kind } of pieces) keeper.add((now += wait), characters, kind);
      const pace = keeper.get();
      const all = (kind: string) =>
        pieces.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.characters, 0);
      const { text, reasoning } = sums(pace);
      expect([text, reasoning]).toEqual([all("text"), all("reasoning")]);
      expect(pace.every((n, at) => Number.isInteger(n) && (at % 2 === 1 || n >= 0))).toBe(true);
    }),
  );
});

test("each ending comes behind its pane's pace; what is left without one can be asked for, once", () => {
  const notes = notePaces(0);
  notes.heard([text("ab"), text("c", "b")], 30);
  expect(notes.heard([text("d"), END], 60)).toEqual([
    text("d"),
    { pane: "a", type: "pace", pace: [30, 2, 30, 1] },
    END,
  ]);
  expect(notes.left()).toEqual([{ pane: "b", type: "pace", pace: [30, 1] }]);
  expect(notes.left()).toEqual([]);
});
