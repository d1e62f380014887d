import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isEnding, type RunEvent } from "@/lib/run-events";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { eventsOf, rawRun } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { GOLDEN } from "../support/transcripts";

let fake: FakeUpstream;
let server: TestServer;
beforeEach(async () => {
  fake = await startFakeUpstream();
  server = await startServer({
    environment: { OPENAI_BASE_URL: fake.baseUrl, OPENAI_API_KEY: "sk-1", FADER_DRAIN_SECONDS: "2" },
  });
});
afterEach(async () => {
  await server.stop();
  await fake.close();
});

function run(model: string) {
  const panes = [{ id: "p", model, parameters: {} }];
  return { id: randomUUID(), messages: [{ role: "user" as const, content: "Hello" }], panes };
}

test("SIGTERM lets answers finish, tells the rest, refuses new ones and exits", async () => {
  const blocks = GOLDEN.CHAT?.blocks ?? [];
  // Those whose number is even are done within the wait; the others hang for ever.
  fake.plan((_, index) =>
    index % 2 === 0 ? { transcript: blocks, delayMs: 100 } : { transcript: blocks, hang: 2 },
  );
  const endings = Array.from({ length: 20 }, async () => {
    const { response } = rawRun(server, run("openai/gpt-4o"));
    const events: RunEvent[] = [];
    for await (const event of eventsOf(await response)) events.push(event);
    return events.filter(isEnding);
  });
  while (fake.seen.length < 20) await new Promise((resolve) => setTimeout(resolve, 10));
  const stopped = server.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const health = await fetch(`${server.origin}/api/health`);
  expect([health.status, await health.json()]).toEqual([503, { status: "ending" }]);
  const late = await rawRun(server, run("built-in/sprout")).response;
  expect([late.statusCode, late.headers["retry-after"]]).toEqual([503, "5"]);
  late.resume();
  const told = await Promise.all(endings);
  expect(told.every((each) => each.length === 1)).toBe(true);
  const kinds = told.map(([ending]) => (ending?.type === "error" ? ending.code : ending?.type));
  expect(kinds.filter((kind) => kind === "end")).toHaveLength(10);
  expect(kinds.filter((kind) => kind === "restarting")).toHaveLength(10);
  const took = await stopped;
  expect(took).toBeGreaterThan(1500);
  expect(took).toBeLessThan(9000);
  expect(fake.openSockets()).toBe(0);
});
