import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { playRun } from "@/components/playground/run-client";
import type { RunEvent } from "@/lib/run-events";
import { encodeEvent, HEARTBEAT, HEARTBEAT_MS } from "@/lib/sse";

const REQUEST = { id: "r", messages: [], panes: [{ id: "p", model: "m/x", parameters: {} }] };
const TEXT: RunEvent = { pane: "p", type: "text", text: "so far" };
const pace = (...pace: number[]): RunEvent => ({ pane: "p", type: "pace", pace });
const END: RunEvent = {
  pane: "p",
  type: "end",
  reason: "complete",
  timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
};

/** A press whose answer the test writes, or never begins; with the browser's frames as timers. */
async function press({ answers = true } = {}) {
  const leaving = new AbortController();
  const events: RunEvent[] = [];
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) });
  vi.stubGlobal("document", { hidden: false });
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => setTimeout(callback, 16));
  vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
    signal.addEventListener("abort", () => stream?.error(signal.reason));
    if (answers) return Promise.resolve(new Response(body));
    return new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error));
    });
  });
  const end = playRun(REQUEST, (more) => events.push(...more), { signal: leaving.signal, keyHeaders: {} });
  const send = (text: string) => stream?.enqueue(new TextEncoder().encode(text));
  return { end, events, leaving, send, close: () => stream?.close() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a model that thinks for minutes is waited for while heartbeats come", async () => {
  const { end, events, send, close } = await press();
  for (let beats = 0; beats < 20; beats += 1) {
    send(HEARTBEAT);
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  }
  send(encodeEvent(TEXT) + encodeEvent(END));
  close();
  expect(await end).toBe("over");
  expect(events).toEqual([TEXT, pace(20 * HEARTBEAT_MS, 6), END]);
});

test("a line that goes silent is cut, with what came", async () => {
  const { end, events, send } = await press();
  send(encodeEvent(TEXT));
  await vi.advanceTimersByTimeAsync(3 * HEARTBEAT_MS);
  expect(await end).toBe("cut");
  expect(events).toEqual([TEXT, pace(0, 6)]);
});

test("a server that never answers cannot be reached", async () => {
  const { end, events } = await press({ answers: false });
  await vi.advanceTimersByTimeAsync(3 * HEARTBEAT_MS);
  expect(await end).toBe("cut");
  expect(events).toMatchObject([{ type: "error", code: "network", retryable: true }]);
});

test("who hangs up on purpose has stopped, whether the answer had begun or not", async () => {
  for (const answers of [true, false]) {
    const { end, events, leaving } = await press({ answers });
    await vi.advanceTimersByTimeAsync(100);
    leaving.abort();
    expect(await end).toBe("stopped");
    expect(events).toEqual([]);
  }
});

test("a stream that closes early is cut", async () => {
  const { end, send, close } = await press();
  send(encodeEvent(TEXT));
  close();
  expect(await end).toBe("cut");
});
