import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { RoundRobin, type SproutEngine } from "@/lib/server/sprout/round-robin";
import type { FromSprout, SproutJob } from "@/lib/server/sprout/protocol";
import { countingEngine } from "../../support/fake-engine";

const JOB: SproutJob = { system: "", messages: [], parameters: {}, seed: 1 };

function setUp(engine: SproutEngine, maxPlaying?: number) {
  const sent: FromSprout[] = [];
  const robin = new RoundRobin(engine, (message) => sent.push(message), maxPlaying);
  const start = (session: number, credit = 100) =>
    robin.receive({ type: "start", session, job: JOB, credit });
  const stepsOf = (session: number) =>
    sent.filter((message) => message.session === session && message.type === "step").length;
  return { robin, sent, start, stepsOf };
}

test("sessions take turns, a token each", () => {
  const { robin, sent, start } = setUp(countingEngine(10).engine);
  [1, 2, 3].forEach((session) => start(session));
  for (let n = 0; n < 7; n += 1) robin.turn();
  expect(sent.map(({ session }) => session)).toEqual([1, 2, 3, 1, 2, 3, 1]);
});

test("a session without credit waits, and the others go on", () => {
  const { robin, start, stepsOf } = setUp(countingEngine(10).engine);
  start(1, 2);
  start(2);
  while (robin.turn());
  expect([stepsOf(1), stepsOf(2)]).toEqual([2, 10]);
  robin.receive({ type: "more", session: 1, credit: 3 });
  while (robin.turn());
  expect(stepsOf(1)).toBe(5);
});

test("a stopped session makes no further token, says so once and gives its memory back", () => {
  const { engine, counts } = countingEngine(10);
  const { robin, sent, start } = setUp(engine);
  start(1);
  robin.turn();
  robin.turn();
  robin.receive({ type: "stop", session: 1 });
  robin.receive({ type: "stop", session: 1 });
  expect(robin.turn()).toBe(false);
  expect(sent.slice(2)).toEqual([{ type: "end", session: 1, reason: "stopped", input: 3, output: 2 }]);
  expect(counts).toEqual({ made: 2, closed: 1 });
});

test("an answer ends with its reason and its counts", () => {
  const { robin, sent, start } = setUp(countingEngine(2).engine);
  start(1);
  while (robin.turn());
  expect(sent.at(-1)).toEqual({ type: "end", session: 1, reason: "complete", input: 3, output: 2 });
  expect(sent).toHaveLength(3);
});

test("a fault ends its own session and no other", () => {
  const { engine } = countingEngine(3);
  let calls = 0;
  const { robin, sent, start, stepsOf } = setUp((job) => {
    calls += 1;
    if (calls === 1) throw new AppError("context_overflow", { values: { promptTokens: 300 } });
    if (calls === 2) throw new Error("a prompt that must not leave");
    return engine(job);
  });
  [1, 2, 3].forEach((session) => start(session));
  while (robin.turn());
  expect(sent.filter(({ type }) => type === "failed")).toEqual([
    { type: "failed", session: 1, code: "context_overflow", values: { promptTokens: 300 } },
    { type: "failed", session: 2, code: "model_failed" },
  ]);
  expect(stepsOf(3)).toBe(3);
});

test("only so many answers are in the making at once; the others wait their turn", () => {
  const { engine } = countingEngine(3);
  let open = 0;
  let most = 0;
  const counting: SproutEngine = (job) => {
    const play = engine(job);
    most = Math.max(most, (open += 1));
    function* steps() {
      try {
        return yield* play.steps;
      } finally {
        open -= 1;
      }
    }
    return { ...play, steps: steps() };
  };
  const { robin, sent, start } = setUp(counting, 2);
  [1, 2, 3, 4, 5].forEach((session) => start(session));
  robin.turn();
  robin.receive({ type: "stop", session: 1 });
  robin.receive({ type: "stop", session: 5 });
  while (robin.turn());
  expect(most).toBe(2);
  expect(
    sent.flatMap((message) =>
      message.type === "end" ? [[message.session, message.reason, message.output]] : [],
    ),
  ).toEqual([
    [1, "stopped", 1],
    [5, "stopped", 0],
    [2, "complete", 3],
    [3, "complete", 3],
    [4, "complete", 3],
  ]);
});
