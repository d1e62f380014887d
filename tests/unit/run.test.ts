import { expect, test } from "vitest";
import { advance, cutOff, isRunning, NEW_RUN, type Run } from "@/lib/run";
import type { RunEventBody } from "@/lib/run-events";

const TIMINGS = { firstTokenMs: 10, totalMs: 100, tokensPerSecond: 20 };
const START: RunEventBody = {
  type: "start",
  attempt: 1,
  provider: "built-in",
  model: "built-in/sprout",
  body: { model: "sprout" },
  dropped: [],
  seed: 0,
};
const END: RunEventBody = { type: "end", reason: "complete", timings: TIMINGS };
const TOKEN = { text: "a", bytes: [97], logprob: -1, top: [] };

function fold(events: RunEventBody[], run: Run = NEW_RUN): Run {
  return events.reduce(advance, run);
}

test("folds a whole answer", () => {
  const run = fold([
    START,
    { type: "text", text: "Once " },
    { type: "tokens", tokens: [TOKEN] },
    { type: "text", text: "upon" },
    { type: "usage", source: "server", input: 9, output: 2 },
    END,
  ]);
  expect(run).toMatchObject({
    state: "ended",
    text: "Once upon",
    tokens: [TOKEN],
    usage: { source: "server", input: 9, output: 2 },
    end: { reason: "complete", timings: TIMINGS },
  });
  expect(run.start).toMatchObject({ attempt: 1, seed: 0 });
});

test("waits until the first text, reasoning or token", () => {
  expect(fold([START]).state).toBe("waiting");
  expect(fold([START, { type: "reasoning", text: "hm" }])).toMatchObject({
    state: "streaming",
    reasoning: "hm",
    text: "",
  });
});

test("the last start wins", () => {
  expect(fold([START, { ...START, attempt: 2, seed: 7 }]).start).toMatchObject({ attempt: 2, seed: 7 });
});

test("an error keeps the text that came", () => {
  const error: RunEventBody = {
    type: "error",
    code: "model_failed",
    phase: "during",
    message: "m",
    retryable: true,
  };
  expect(fold([START, { type: "text", text: "half" }, error])).toMatchObject({
    state: "failed",
    text: "half",
    error: { code: "model_failed" },
  });
});

test("nothing changes after the ending", () => {
  const ended = fold([START, END]);
  expect(
    fold(
      [
        { type: "text", text: "late" },
        { ...END, reason: "stopped" },
        { type: "usage", source: "server", input: 1, output: 1 },
      ],
      ended,
    ),
  ).toBe(ended);
});

test("a stream without an ending is cut, never complete", () => {
  const run = cutOff(fold([START, { type: "text", text: "half" }]));
  expect(run).toMatchObject({ state: "ended", text: "half", end: { reason: "cut" } });
  expect(isRunning(run)).toBe(false);
  expect(cutOff(fold([END])).end?.reason).toBe("complete");
  expect(cutOff(fold([START]), "stopped").end?.reason).toBe("stopped");
});

test("changes no run in place", () => {
  const before = structuredClone(NEW_RUN);
  fold([START, { type: "tokens", tokens: [TOKEN] }, { type: "text", text: "x" }, END]);
  expect(NEW_RUN).toEqual(before);
});
