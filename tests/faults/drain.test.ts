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
const WAIT_SECONDS = times(2, 20);
const MOST_MS = times(9000, 25_000);

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
  const plans = {
    "openai/quick": { transcript, delayMs: 100 },
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
  while (fake.seen.length < asked.length) await new Promise((resolve) => setTimeout(resolve, 10));
  const stopped = server.stop(2 * MOST_MS);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const health = await fetch(`${server.origin}/api/health`);
  expect([health.status, await health.json()]).toEqual([503, { status: "ending" }]);
  const late = await rawRun(server, runOf("built-in/sprout")).response;
  expect([late.statusCode, late.headers["retry-after"]]).toEqual([503, "5"]);
  late.resume();
  const told = await Promise.all(endings);
  const count = (ending: string) => told.filter((each) => each === ending).length;
  const took = await stopped;
  console.log(`SIGTERM with ${asked.length} streams: ${told.length} told, exit after ${took.toFixed(0)} ms`);
  expect(count("openai/quick: end complete")).toBe(STREAMS / 2);
  expect(count("openai/slow: error restarting")).toBe(STREAMS / 2);
  expect(count("openai/hung: error restarting")).toBe(1);
  expect(took).toBeGreaterThan(WAIT_SECONDS * 1000 - 500);
  expect(took).toBeLessThan(MOST_MS);
  await vi.waitUntil(() => fake.openSockets() === 0, { timeout: 2000 });
});
