import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/run/route";
import { runs } from "@/lib/server/runs";
import { SproutHost, sproutHost, type SproutThread } from "@/lib/server/sprout/host";
import { WINDOW } from "@/lib/server/sprout/session";
import type * as FilesModule from "@/lib/server/sprout/sprout-files";
import { countingEngine } from "../support/fake-engine";
import { FakeThread } from "../support/fake-thread";
import { readEvents } from "../support/read-events";
import { jsonRequest, runBody } from "../support/run-bodies";
import { turns } from "../support/turns";

vi.mock("@/lib/server/sprout/sprout-files", async (original) => ({
  ...(await original<typeof FilesModule>()),
  missingSproutFiles: () => [],
}));

const store = globalThis as unknown as Record<symbol, unknown>;
const HOST = Symbol.for("fader.sprout");
let engine = countingEngine(0);

beforeEach(() => {
  engine = countingEngine(1000);
  store[HOST] = new SproutHost(() => new FakeThread(engine.engine, true) as unknown as SproutThread);
});
afterEach(() => {
  delete store[HOST];
});

test("a reader who takes nothing makes the model wait at a window for each pane", async () => {
  const response = await POST(jsonRequest("/api/run", runBody({ panes: 8 })));
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  // That the run was accepted, the beginnings of all panes, then their first words.
  for (let read = 0; read < 3; read += 1) await reader.read();
  await turns();
  const made = engine.counts.made;
  expect(made).toBeGreaterThanOrEqual(8);
  expect(made).toBeLessThanOrEqual(8 * 2 * WINDOW);
  await turns();
  expect(engine.counts.made).toBe(made);
  await reader.cancel();
  await turns();
  expect([engine.counts.closed, sproutHost().size, runs().size]).toEqual([8, 0, 0]);
});

test("a reader who takes all gets all, in order, steps that were ready together joined", async () => {
  const response = await POST(jsonRequest("/api/run", runBody({ panes: 2 })));
  const texts: string[] = [];
  for await (const event of readEvents(response))
    if (event.type === "text" && event.pane === "pane-2") texts.push(event.text);
  expect(texts.join("")).toBe(Array.from({ length: 1000 }, (_, n) => `${n + 1} `).join(""));
  expect(texts.length).toBeLessThan(1000);
});

test.each(["cancel", "abort"])("a reader who leaves by %s in the middle ends all panes", async (way) => {
  const controller = new AbortController();
  const request = new Request(jsonRequest("/api/run", runBody({ panes: 4 })), { signal: controller.signal });
  const reader = ((await POST(request)).body as ReadableStream<Uint8Array>).getReader();
  for (let read = 0; read < 12; read += 1) await reader.read();
  if (way === "cancel") await reader.cancel();
  else controller.abort();
  await turns();
  const { made, closed } = engine.counts;
  expect([closed, sproutHost().size, runs().size]).toEqual([4, 0, 0]);
  await turns();
  expect(engine.counts.made).toBe(made);
});
