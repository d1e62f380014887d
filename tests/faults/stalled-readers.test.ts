import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { percentile } from "../bench/report";
import { times } from "../support/counts";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { serversAt } from "../support/fault-kinds";
import { memoryOf } from "../support/process-stats";
import { runOf } from "../support/play-faults";
import { ownerCookie, playRun, rawRun, readHealth, untilIdle } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { GOLDEN } from "../support/transcripts";

/** Requirements R39. */
const READERS = times(10, 50);
const MEGABYTE = 1024 * 1024;
/** What the sockets of two stretches of loopback may hold for one pane, by the system's own limits. */
const MOST_EACH = 16 * MEGABYTE;
const STILL_MS = 2000;
const WATCHED_MS = times(1000, 6000);
const [, TOKEN = "", ...REST] = GOLDEN.CHAT?.blocks ?? [];
/** Nearly all text: what is read of it is as much again for the reader. Two panes, as one may have no more than 8 MB. */
const BIG_TOKEN = TOKEN.replace("Hello", "Hello ".repeat(700));
const PANES = 2;

let fake: FakeUpstream;
let server: TestServer;
beforeAll(async () => {
  fake = await startFakeUpstream();
  server = await startServer({ environment: serversAt(fake.baseUrl) });
  const usual = { transcript: [...Array<string>(40).fill(TOKEN), ...REST], delayMs: 10 };
  const endless = { transcript: Array<string>(20).fill(BIG_TOKEN), endless: true };
  fake.plan(({ body }) => ((body as { model: string }).model === "endless" ? endless : usual));
});
afterAll(async () => {
  await server.stop();
  await fake.close();
});

/** The usual time of a run that reads. */
async function runMs(): Promise<number> {
  const startedAt = performance.now();
  const events = await playRun(server, runOf("p0/usual"));
  expect(events.at(-1)).toMatchObject({ type: "end", reason: "complete" });
  return performance.now() - startedAt;
}

async function medianRunMs(): Promise<number> {
  const all = [];
  for (let n = 0; n < 5; n += 1) all.push(await runMs());
  return percentile(all, 0.5);
}

test(`${READERS} readers who take nothing of endless answers: they wait, the server does not grow, others go on`, async () => {
  await runMs();
  const before = await medianRunMs();
  const memoryBefore = memoryOf(server.pid);
  const readers = Array.from({ length: READERS }, () =>
    rawRun(server, runOf("p1/endless", "p2/endless"), ownerCookie()),
  );
  const answers = await Promise.all(readers.map(({ response }) => response));
  for (const answer of answers) answer.on("error", () => {}).pause();
  const sent = () => fake.seen.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  // The system's buffers grow by and by; until they are full, the provider goes on.
  for (let last = -1; last !== sent(); await sleep(STILL_MS)) last = sent();
  const stood = sent();
  const meanwhile = await medianRunMs();
  await sleep(WATCHED_MS);
  const [rise, more] = [memoryOf(server.pid) - memoryBefore, sent() - stood];
  console.log(
    `${READERS} stalled readers: the provider sent ${(stood / MEGABYTE).toFixed(0)} MB and then ${more} bytes; ` +
      `memory rose by ${(rise / MEGABYTE).toFixed(0)} MB; another's run took ${meanwhile.toFixed(0)} ms, alone ${before.toFixed(0)} ms`,
  );
  expect(stood).toBeGreaterThan(READERS * PANES * 100_000);
  expect(stood).toBeLessThan(READERS * PANES * MOST_EACH);
  expect(more).toBe(0);
  expect(rise).toBeLessThan(150 * MEGABYTE);
  expect(meanwhile / before).toBeLessThan(times(5, 1.5));
  expect(await readHealth(server)).toMatchObject({ runs: READERS });
  for (const { request } of readers) request.destroy();
  await untilIdle(server);
  await vi.waitUntil(() => fake.seen.every(({ isOver }) => isOver), { timeout: 5000 });
  await vi.waitUntil(() => fake.openSockets() === 0, { timeout: 20_000 });
}, 240_000);
