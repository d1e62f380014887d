import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { IS_FULL, times } from "../support/counts";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { answerByModel } from "../support/fault-kinds";
import { memoryOf, slope, socketsOf } from "../support/process-stats";
import { readHealth } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { startSoakClients } from "../support/soak-clients";

const SECONDS = times(15, 20 * 60);
const WARM_UP_SECONDS = times(3, 3 * 60);
const MEGABYTE = 1024 * 1024;

let fake: FakeUpstream;
let server: TestServer;
beforeAll(async () => {
  fake = await startFakeUpstream();
  server = await startServer({ environment: { OPENAI_BASE_URL: fake.baseUrl } });
  answerByModel(fake);
});
afterAll(async () => {
  await server.stop();
  await fake.close();
});

test(
  `${SECONDS} s of steady load with one fault in five: nothing grows, nothing is left, no ending is wrong`,
  async () => {
    const socketsBefore = socketsOf(server.pid);
    const clients = startSoakClients(server);
    const memory: [minutes: number, megabytes: number][] = [];
    for (let second = 0; second < SECONDS; second += 1) {
      await sleep(1000);
      // What the fake remembers of calls that are over would be counted by no one.
      fake.seen.splice(0, fake.seen.length, ...fake.seen.filter(({ isOver }) => !isOver));
      if (second >= WARM_UP_SECONDS) memory.push([second / 60, memoryOf(server.pid) / MEGABYTE]);
      if (second % 60 === 0)
        console.log(`soak, second ${second}: ${(memory.at(-1)?.[1] ?? 0).toFixed(0)} MB`);
    }
    const { presses, panes, faults, doors, leavings, wrongs } = await clients.stop();
    const growth = slope(memory);
    console.log(
      `soak: ${presses} presses with ${panes} panes, ${doors} at the door, ${leavings} left; ${faults} faults, ` +
        `${wrongs.length} wrong; ` +
        `memory ${memory[0]?.[1].toFixed(0)} to ${memory.at(-1)?.[1].toFixed(0)} MB, slope ${growth.toFixed(2)} MB/min`,
    );
    expect(wrongs).toEqual([]);
    expect(faults / (panes + doors)).toBeGreaterThan(0.15);
    if (IS_FULL) expect(growth).toBeLessThan(1);
    await vi.waitUntil(async () => (await readHealth(server)).runs === 0, { timeout: 5000 });
    // Idle connections are kept for some seconds, then nothing of all this may be left.
    await vi.waitUntil(() => fake.openSockets() === 0, { timeout: 20_000 });
    await vi.waitUntil(() => (socketsOf(server.pid) ?? 0) <= (socketsBefore ?? 0) + 1, { timeout: 20_000 });
    expect(fake.seen.filter(({ isOver }) => !isOver)).toEqual([]);
    expect(server.output()).not.toMatch(/⨯|unhandled/i);
  },
  (SECONDS + 120) * 1000,
);
