import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isEnding } from "@/lib/run-events";
import { IS_FULL, times } from "../support/counts";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { endingOf } from "../support/fault-kinds";
import { runOf } from "../support/play-faults";
import { ownerCookie, playRun, rawRun } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { GOLDEN } from "../support/transcripts";

/** Requirements R55: half of the streams are done within the wait, half are not, and one hangs for ever. */
const STREAMS = times(20, 50);
/** In full with the wait that an operator has who sets none. */
const WAIT_SECONDS = times(4, 20);
const MOST_MS = times(11_000, 25_000);
/** The server waits in steps of so long, each of which takes longer on a slow machine; so does one of ours. */
const STEP_MS = 50;

let fake: FakeUpstream;
let server: TestServer;
beforeEach(async () => {
  fake = await startFakeUpstream();
  server = await startServer({
    environment: {
      OPENAI_BASE_URL: fake.baseUrl,
      OPENAI_API_KEY: "sk-1",
      FADER_DRAIN_SECONDS: IS_FULL ? "" : String(WAIT_SECONDS),
    },
  });
});
afterEach(async () => {
  await server.stop();
  await fake.close();
});

test(`SIGTERM with ${STREAMS} streams and one that hangs: answers finish or are told, new ones are refused, and it exits`, async () => {
  const transcript = GOLDEN.CHAT?.blocks ?? [];
  let tellEnding = () => {};
  const ending = new Promise<void>((resolve) => (tellEnding = resolve));
  const plans = {
    // Goes on once the server is ending: however slow the machine is, it is done within the wait and not before it.
    "openai/quick": { transcript, before: (block: number) => (block > 1 ? ending : undefined) },
    "openai/slow": { transcript, delayMs: (WAIT_SECONDS + 2) * 500 },
    "openai/hung": { transcript, hang: 2 },
  };
  fake.plan(({ body }) => plans[`openai/${(body as { model: string }).model}` as keyof typeof plans]);
  const asked = Object.keys(plans).flatMap((model, index) =>
    Array<string>(index === 2 ? 1 : STREAMS / 2).fill(model),
  );
  const endings = asked.map(async (model) => {
    const events = await playRun(server, runOf(model), ownerCookie());
    return `${model}: ${events.filter(isEnding).map(endingOf).join(", ")}`;
  });
  while (fake.seen.length < asked.length) await sleep(10);
  const exit = { ms: 0, steps: 0 };
  const stopped = server.stop(60_000).then((ms) => (exit.ms = ms));
  const counted = (async () => {
    for (; exit.ms === 0; exit.steps += 1) await sleep(STEP_MS);
  })();
  const health = () => fetch(`${server.origin}/api/health`);
  await vi.waitUntil(async () => (await health()).status !== 200, { timeout: MOST_MS, interval: 1 });
  const told = await health();
  expect([told.status, await told.json()]).toEqual([503, { status: "ending" }]);
  tellEnding();
  const late = await rawRun(server, runOf("built-in/sprout")).response;
  expect([late.statusCode, late.headers["retry-after"]]).toEqual([503, "5"]);
  late.resume();
  const ended = await Promise.all(endings);
  const count = (how: string) => ended.filter((each) => each === how).length;
  const took = await stopped;
  await counted;
  console.log(
    `SIGTERM with ${asked.length} streams: ${ended.length} told, exit after ${took.toFixed(0)} ms, ${exit.steps} steps`,
  );
  expect(count("openai/quick: end complete")).toBe(STREAMS / 2);
  expect(count("openai/slow: error restarting")).toBe(STREAMS / 2);
  expect(count("openai/hung: error restarting")).toBe(1);
  expect(took).toBeGreaterThan(WAIT_SECONDS * 1000 - 500);
  expect(IS_FULL ? took : exit.steps * STEP_MS).toBeLessThan(MOST_MS);
  await vi.waitUntil(() => fake.openSockets() === 0, { timeout: 20_000 });
});
