import { afterAll, beforeAll, expect, test } from "vitest";
import { times } from "../support/counts";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { answerByModel, FAULT_NAMES, FAULTS } from "../support/fault-kinds";
import { playFaults, runOf, wrongsOf } from "../support/play-faults";
import { untilIdle } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";

const PANES = 4;
/** Every kind of fault comes to every pane after as many rounds as there are kinds. */
const ROUNDS = times(1, FAULT_NAMES.length * 2);

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

test(`no pane touches another: all ${2 ** PANES} combinations of faults, ${ROUNDS} times`, async () => {
  const wrongs: string[] = [];
  const met = new Map(FAULT_NAMES.map((name) => [name, 0]));
  let presses = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let faulty = 0; faulty < 2 ** PANES; faulty += 1) {
      const models = Array.from({ length: PANES }, (_, pane) => {
        const name = FAULT_NAMES[(round + pane + faulty) % FAULT_NAMES.length] as string;
        if ((faulty & (1 << pane)) === 0) return "openai/good";
        met.set(name, (met.get(name) ?? 0) + 1);
        return `openai/${name}`;
      });
      const run = runOf(...models);
      // A provider that failed five times rests, for each key: every press has its own.
      const key = { "x-fader-openai-key": `sk-${presses++}` };
      wrongs.push(...wrongsOf(run, await playFaults(server, run, key)));
    }
  }
  console.log(`four panes: ${presses} presses, faults ${JSON.stringify(Object.fromEntries(met))}`);
  expect(wrongs).toEqual([]);
  expect([...met.values()].every((count) => count > 0)).toBe(true);
  expect(Object.keys(FAULTS)).toHaveLength(8);
  await untilIdle(server);
  expect(server.output()).not.toMatch(/⨯|unhandled/i);
});
