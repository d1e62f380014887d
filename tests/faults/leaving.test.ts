import { afterAll, beforeAll, expect, test } from "vitest";
import { isEnding } from "@/lib/run-events";
import { countUntilIdle, eventsOf, playRun, rawRun, type RawPost } from "../support/run-client";
import { runBody } from "../support/run-bodies";
import { percentile } from "../bench/report";
import { IS_FULL, times } from "../support/counts";
import { HEAVY_ANSWER, LONG_ANSWER } from "../support/long-answer";
import { spread } from "../support/percentiles";
import { startServer, type TestServer } from "../support/server";

const TIMES = times(25, 250);

let server: TestServer;
/** How long a run takes that nobody leaves, and how often the server says meanwhile that it is busy; leaving must show long before. */
const whole = { ms: 0, busy: 0 };
beforeAll(async () => {
  server = await startServer();
  await playRun(server, runBody());
  const post = rawRun(server, runBody({ panes: 8, parameters: LONG_ANSWER }));
  (await post.response).resume();
  Object.assign(whole, await countUntilIdle(server, 60_000));
});
afterAll(async () => {
  await server.stop();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Four moments at which a reader may leave; each resolves when it is time to go. */
const PHASES: {
  phase: string;
  heavy?: boolean;
  moment: (post: RawPost, round: number) => Promise<unknown>;
}[] = [
  { phase: "before the headers", moment: (_, round) => pause(round % 4) },
  { phase: "before the first token", moment: ({ response }) => response },
  {
    phase: "mid-stream",
    moment: async ({ response }, round) => {
      let texts = 0;
      for await (const event of eventsOf(await response)) {
        if (isEnding(event)) throw new Error("too late: a pane has ended");
        texts += event.type === "text" ? 1 : 0;
        if (texts > 8 + (round % 40)) return;
      }
    },
  },
  {
    phase: "stalled",
    heavy: true,
    moment: async ({ response }, round) => {
      (await response).pause();
      await pause(40 + (round % 40));
    },
  },
];

test.each(PHASES)(
  `leaving $phase ends all panes, ${TIMES} of ${TIMES}`,
  async ({ phase, heavy, moment }) => {
    const latencies: number[] = [];
    const counts: number[] = [];
    for (let round = 0; round < TIMES; round += 1) {
      const post = rawRun(server, runBody({ panes: 8, parameters: heavy ? HEAVY_ANSWER : LONG_ANSWER }));
      await moment(post, round);
      post.request.destroy();
      const { ms, busy } = await countUntilIdle(server);
      latencies.push(ms);
      // A request that was still on its way when its sender left must not come alive afterwards.
      counts.push(busy + (await countUntilIdle(server)).busy);
    }
    console.log(
      `leaving Sprout ${phase}: ${spread(latencies, TIMES)} (a whole run: ${whole.ms.toFixed(0)} ms); ` +
        `busy answers ${percentile(counts, 0.5)}, at most ${Math.max(...counts)} (${whole.busy})`,
    );
    expect(latencies).toHaveLength(TIMES);
    expect(percentile(counts, 0.95)).toBeLessThan(whole.busy / 4);
    if (IS_FULL) expect(percentile(latencies, 0.95)).toBeLessThan(Math.min(250, whole.ms / 2));
    expect(server.output()).not.toMatch(/⨯|Error|unhandled/i);
  },
  600_000,
);
