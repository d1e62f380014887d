import { afterAll, beforeAll, expect, test } from "vitest";
import { isEnding, type RunEvent } from "@/lib/run-events";
import type { RunRequest } from "@/lib/run-request";
import { eventsOf, playRun, rawPost, rawRun, readHealth, textOf, untilIdle } from "../support/run-client";
import { runBody } from "../support/run-bodies";
import { HEAVY_ANSWER, LONG_ANSWER } from "../support/long-answer";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

const PANES = ["pane-1", "pane-2", "pane-3", "pane-4", "pane-5", "pane-6", "pane-7", "pane-8"];

function ofPane(events: RunEvent[], pane: string): RunEvent[] {
  return events.filter((event) => event.pane === pane);
}

test("eight panes stream at once over one connection, and other requests are answered meanwhile", async () => {
  // Too much for any socket to swallow: the run goes on until nearly all of it is read.
  const { response } = rawRun(server, runBody({ panes: 8, parameters: HEAVY_ANSWER }));
  const events: RunEvent[] = [];
  const waits: number[] = [];
  let answeredMeanwhile = 0;
  for await (const event of eventsOf(await response)) {
    events.push(event);
    if (events.length % 40 !== 0) continue;
    const askedAt = performance.now();
    await (await fetch(`${server.origin}/api/models`)).json();
    waits.push(performance.now() - askedAt);
    // Asked afterwards: a run that still goes went on while the other was answered.
    answeredMeanwhile += (await readHealth(server)).runs;
  }
  const firstEnding = events.findIndex(isEnding);
  for (const pane of PANES)
    expect(textOf(events.slice(0, firstEnding), pane).length, pane).toBeGreaterThan(50);
  for (const pane of PANES) {
    const own = ofPane(events, pane);
    expect(own[0]?.type).toBe("start");
    expect(own.filter(isEnding)).toHaveLength(1);
    expect(own.at(-1)).toMatchObject({ type: "end", reason: "length" });
    expect(own.at(-2)).toMatchObject({ type: "usage", source: "server" });
  }
  expect(answeredMeanwhile).toBeGreaterThan(2);
  console.log(
    `other requests while 8 panes stream: ${answeredMeanwhile} of ${waits.length}, slowest ${Math.max(...waits).toFixed(0)} ms`,
  );
});

test("the same seed gives the same answer, and a drawn seed is told", async () => {
  const [first, second] = [
    await playRun(server, runBody({ parameters: { seed: 0 } })),
    await playRun(server, runBody({ parameters: { seed: 0 } })),
  ];
  expect(textOf(first, "pane-1")).toBe(textOf(second, "pane-1"));
  expect(textOf(first, "pane-1").length).toBeGreaterThan(0);
  const [start] = await playRun(server, runBody());
  const seed = start?.type === "start" ? start.seed : undefined;
  expect(seed).toEqual(expect.any(Number));
});

test("Stop on one pane ends that pane and changes no byte of the others", async () => {
  // No more is read before the stop is answered, and the sockets cannot swallow it all: no pane is over by then.
  const parameters = { ...HEAVY_ANSWER, seed: 7 };
  const body = runBody({ panes: 8, parameters });
  const reference = textOf(await playRun(server, runBody({ parameters })), "pane-1");
  const { response } = rawRun(server, body);
  const events: RunEvent[] = [];
  let stopped = false;
  for await (const event of eventsOf(await response)) {
    events.push(event);
    if (stopped || textOf(events, "pane-2").length < 10) continue;
    stopped = true;
    for (let times = 0; times < 2; times += 1) {
      const answer = await rawPost(server, `/api/run/${body.id}/stop`, JSON.stringify({ pane: "pane-2" }))
        .response;
      expect(answer.statusCode).toBe(204);
      answer.resume();
    }
  }
  const cut = ofPane(events, "pane-2");
  expect(cut.slice(-2)).toMatchObject([{ type: "usage" }, { type: "end", reason: "stopped" }]);
  expect(reference.startsWith(textOf(events, "pane-2"))).toBe(true);
  expect(textOf(events, "pane-2").length).toBeLessThan(reference.length);
  for (const pane of PANES.filter((each) => each !== "pane-2")) {
    expect(textOf(events, pane)).toBe(reference);
    expect(ofPane(events, pane).at(-1)).toMatchObject({ type: "end", reason: "length" });
  }
});

test("Stop on all ends all panes, each once", async () => {
  const body = runBody({ panes: 8, parameters: HEAVY_ANSWER });
  const events: RunEvent[] = [];
  let stopped = false;
  for await (const event of eventsOf(await rawRun(server, body).response)) {
    events.push(event);
    if (stopped || event.type !== "text") continue;
    stopped = true;
    (await rawPost(server, `/api/run/${body.id}/stop`, "{}").response).resume();
  }
  expect(events.filter(isEnding)).toHaveLength(8);
  expect(events.filter(isEnding).every((event) => event.type === "end" && event.reason === "stopped")).toBe(
    true,
  );
  await untilIdle(server);
});

test("panes that cannot run end with their own error and harm no other", async () => {
  const body = runBody({ panes: 4, parameters: { maxOutputTokens: 8 } });
  const [, second, third] = body.panes;
  if (second) second.model = "nobody/model";
  if (third) third.messages = [{ role: "user", content: "word ".repeat(2000) }];
  const events = await playRun(server, body);
  expect(PANES.slice(0, 4).map((pane) => ofPane(events, pane).filter(isEnding))).toMatchObject([
    [{ type: "end" }],
    [{ type: "error", code: "unknown_model" }],
    [{ type: "error", code: "context_overflow", values: { maxTokens: 8, contextTokens: 256 } }],
    [{ type: "end" }],
  ]);
});

test("token odds come when asked for, and only then", async () => {
  const events = await playRun(
    server,
    runBody({
      parameters: { logprobs: true, topLogprobs: 3, maxOutputTokens: 5, logitBias: LONG_ANSWER.logitBias },
    }),
  );
  const tokens = events.flatMap((event) => (event.type === "tokens" ? event.tokens : []));
  expect(tokens).toHaveLength(5);
  for (const token of tokens) {
    expect(token.logprob).toBeLessThanOrEqual(0);
    expect(token.top).toHaveLength(3);
  }
  const plain = await playRun(server, runBody({ parameters: { maxOutputTokens: 5 } }));
  expect(plain.filter(({ type }) => type === "tokens")).toEqual([]);
});

test("a text of 100,000 letters is refused at once, and holds up no one", async () => {
  const timed = async (body: RunRequest) => {
    const askedAt = performance.now();
    return { events: await playRun(server, body), ms: performance.now() - askedAt };
  };
  // A slow machine takes longer for everything: for eight long answers too.
  const long = await timed(runBody({ panes: 8, parameters: LONG_ANSWER }));
  const { events, ms } = await timed(runBody({ message: "a".repeat(100_000) }));
  expect(events.at(-1)).toMatchObject({ type: "error", code: "context_overflow" });
  expect(ms).toBeLessThan(Math.max(1500, long.ms));
});

test("a reader who takes nothing makes the model wait, and may go on later", async () => {
  const body = runBody({ panes: 8, parameters: HEAVY_ANSWER });
  const response = await rawRun(server, body).response;
  response.pause();
  await new Promise((resolve) => setTimeout(resolve, 4000));
  // What the sockets swallow depends on the system; `tests/routes/back-pressure.test.ts` counts without sockets.
  expect(await readHealth(server)).toMatchObject({ runs: 1 });
  const events: RunEvent[] = [];
  for await (const event of eventsOf(response)) events.push(event);
  expect(events.filter(isEnding)).toHaveLength(8);
  expect(events.filter((event) => event.type === "end" && event.reason === "length")).toHaveLength(8);
});

test("tells an operator's stop to go at once: the model's thread holds nothing up", async () => {
  const [own, other] = await Promise.all([startServer(), startServer()]);
  await playRun(own, runBody({ parameters: { maxOutputTokens: 3 } }));
  // However slow the machine is, one without the thread takes its time too.
  const [ms, withoutMs] = await Promise.all([own.stop(60_000), other.stop(60_000)]);
  expect(ms).toBeLessThan(Math.max(3000, 10 * withoutMs));
});
