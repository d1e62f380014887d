import { expect, test, vi } from "vitest";
import { SproutHost, type SproutThread } from "@/lib/server/sprout/host";
import type { SproutJob, SproutOutcome } from "@/lib/server/sprout/protocol";
import type { SproutSession } from "@/lib/server/sprout/session";
import { WINDOW } from "@/lib/server/sprout/session";
import { countingEngine } from "../../support/fake-engine";
import { FakeThread } from "../../support/fake-thread";

const JOB: SproutJob = { system: "", messages: [], parameters: {}, seed: 1 };

function setUp(makeThread = () => new FakeThread()) {
  const threads: FakeThread[] = [];
  const host = new SproutHost(() => {
    const thread = makeThread();
    threads.push(thread);
    return thread as unknown as SproutThread;
  });
  return { host, threads };
}

async function takeText(session: SproutSession): Promise<string | SproutOutcome> {
  const taken = await session.take();
  return Array.isArray(taken) ? taken.map(({ text }) => text).join("") : taken;
}

test("one thread serves all sessions and does not keep the process alive", async () => {
  const { host, threads } = setUp(() => new FakeThread(countingEngine(2).engine));
  const [a, b] = [host.open(JOB), host.open(JOB)];
  expect(host.size).toBe(2);
  threads[0]?.turnAll();
  expect([await takeText(a), await takeText(b)]).toEqual(["1 2 ", "1 2 "]);
  expect(await takeText(a)).toMatchObject({ type: "end", reason: "complete", input: 3, output: 2 });
  expect(host.size).toBe(0);
  expect(threads).toHaveLength(1);
  expect(threads[0]?.unrefs).toBe(1);
});

test("a reader who takes nothing stops the making at the window", async () => {
  const { engine, counts } = countingEngine(100);
  const { host, threads } = setUp(() => new FakeThread(engine));
  const session = host.open(JOB);
  threads[0]?.turnAll();
  expect(counts.made).toBe(WINDOW);
  await session.take();
  threads[0]?.turnAll();
  expect(counts.made).toBe(2 * WINDOW);
});

test("what had come before a stop is still delivered, then the end", async () => {
  const { host, threads } = setUp();
  const session = host.open(JOB);
  threads[0]?.robin.turn();
  threads[0]?.robin.turn();
  session.stop();
  expect(await takeText(session)).toBe("1 2 ");
  expect(await takeText(session)).toMatchObject({ type: "end", reason: "stopped", output: 2 });
  expect(host.size).toBe(0);
  session.stop();
});

test.each(["error", "exit"])(
  "when the thread is lost by %s, its sessions fail and the next run starts another",
  async (way) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { host, threads } = setUp();
    const [a, b] = [host.open(JOB), host.open(JOB)];
    threads[0]?.robin.turn();
    threads[0]?.emit(way, way === "error" ? new Error("crash") : 1);
    expect([await takeText(a), await takeText(a), await takeText(b)]).toMatchObject([
      "1 ",
      { code: "model_failed" },
      { code: "model_failed" },
    ]);
    expect(host.size).toBe(0);
    const next = host.open(JOB);
    threads[0]?.emit("exit", 1);
    threads[1]?.robin.turn();
    expect(await takeText(next)).toBe("1 ");
    expect(threads).toHaveLength(2);
    log.mockRestore();
  },
);
