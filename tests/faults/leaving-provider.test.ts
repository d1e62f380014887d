import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { percentile } from "../bench/report";
import { IS_FULL, times } from "../support/counts";
import { startFakeUpstream, type FakeUpstream, type Plan } from "../support/fake-upstream";
import { serversAt } from "../support/fault-kinds";
import { findNginx, NGINX_MISSING, startNginx, type Nginx } from "../support/nginx";
import { spread } from "../support/percentiles";
import { runOf } from "../support/play-faults";
import { eventsOf, rawRun, untilIdle } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { GOLDEN } from "../support/transcripts";

/** Requirements R32: who leaves must reach the provider. */
const transcript = GOLDEN.CHAT?.blocks ?? [];
/** Four seconds of answer: no one leaves so late that it is over. */
const long = transcript.flatMap((block, index) => (index === 1 ? Array<string>(200).fill(block) : [block]));
const PHASES: { phase: string; plan: Plan; last: "none" | "start" | "text" }[] = [
  { phase: "before the headers", plan: { hang: "before-headers" }, last: "none" },
  { phase: "before the first token", plan: { transcript, hang: "after-headers" }, last: "start" },
  { phase: "mid-stream", plan: { transcript: long, delayMs: 20 }, last: "text" },
  { phase: "silent", plan: { transcript, hang: 3 }, last: "text" },
];
/** Presses of one pane and of several, and how often they are left. */
const PRESSES = [
  { panes: 1, count: times(15, 250) },
  { panes: 4, count: times(5, 50) },
];
/** Longer than any leaving takes: what is not closed by then never will be. */
const MISSED_MS = 4000;

let fake: FakeUpstream;
let server: TestServer;
let nginx: Nginx | undefined;
beforeAll(async () => {
  fake = await startFakeUpstream();
  server = await startServer({ environment: serversAt(fake.baseUrl) });
  if (findNginx()) nginx = await startNginx(server.port);
});
afterEach(() => untilIdle(server));
afterAll(async () => {
  await nginx?.stop();
  await server.stop();
  await fake.close();
});

/** Presses Run, leaves in the given phase, and gives the time until the last of the provider's connections was closed. */
async function leave(origin: string, panes: number, last: "none" | "start" | "text"): Promise<number> {
  fake.seen.length = 0;
  const run = runOf(...Array.from({ length: panes }, (_, pane) => `p${pane}/any`));
  const { request, response } = rawRun({ ...server, origin }, run);
  request.on("error", () => {});
  await vi.waitUntil(() => fake.seen.length === panes, { timeout: MISSED_MS, interval: 1 });
  const reached = new Set<string>();
  if (last !== "none")
    for await (const { pane, type } of eventsOf(await response))
      if (type === last && reached.add(pane).size === panes) break;
  const leftAt = performance.now();
  request.destroy();
  const isClosed = () => fake.seen.every(({ closedByClientAt }) => closedByClientAt !== undefined);
  await vi.waitUntil(isClosed, { timeout: MISSED_MS, interval: 1 }).catch(() => {});
  return Math.max(...fake.seen.map(({ closedByClientAt = Infinity }) => closedByClientAt - leftAt));
}

describe.each([
  { way: "directly", isProxied: false },
  { way: "through nginx", isProxied: true },
])("leaving $way", ({ way, isProxied }) => {
  const cases = PHASES.flatMap((phase) => PRESSES.map((press) => ({ ...phase, ...press })));
  test.skipIf(isProxied && !findNginx()).each(cases)(
    `$phase: hangs up on the provider, $count of $count with $panes panes${isProxied ? NGINX_MISSING : ""}`,
    async ({ phase, plan, last, panes, count }) => {
      fake.plan(plan);
      const took: number[] = [];
      for (let n = 0; n < count; n += 1)
        took.push(await leave(isProxied ? (nginx as Nginx).origin : server.origin, panes, last));
      const closed = took.filter(Number.isFinite);
      console.log(`leaving ${way} ${phase}, ${panes} panes: ${spread(closed, count)}`);
      expect(closed).toHaveLength(count);
      if (IS_FULL && !isProxied) expect(percentile(closed, 0.95)).toBeLessThan(50);
    },
    times(120_000, 600_000),
  );
});
