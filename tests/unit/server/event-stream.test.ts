import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { encodeEvent, HEARTBEAT } from "@/lib/sse";
import { eventStream } from "@/lib/server/event-stream";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const decoder = new TextDecoder();

/** Numbers up to `count`; `never` after them when it is Infinity. */
function source(count: number) {
  const state = { made: 0, over: false };
  async function* events(): AsyncGenerator<number> {
    try {
      while (state.made < count) yield (state.made += 1);
    } finally {
      state.over = true;
    }
  }
  return { state, events: events() };
}

function open(events: AsyncGenerator<unknown>, signal = new AbortController().signal) {
  const onAbandon = vi.fn();
  const response = eventStream(events, { signal, onAbandon });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const read = async () => {
    const { done, value } = await reader.read();
    return done ? undefined : decoder.decode(value);
  };
  return { response, reader, read, onAbandon };
}

test("says at once that it answers, then sends each event and closes", async () => {
  const { response, read, onAbandon } = open(source(2).events);
  expect([await read(), await read(), await read(), await read()]).toEqual([
    HEARTBEAT,
    encodeEvent(1),
    encodeEvent(2),
    undefined,
  ]);
  expect(onAbandon).not.toHaveBeenCalled();
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
});

test("makes nothing that nobody reads", async () => {
  const { state, events } = source(Infinity);
  const { read } = open(events);
  await read();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(state.made).toBe(0);
  await read();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(state.made).toBe(1);
});

test("a comment every 15 seconds of silence, and no event lost to it", async () => {
  let give: (event: number) => void = () => {};
  async function* slow() {
    yield await new Promise<number>((resolve) => (give = resolve));
  }
  const { read } = open(slow());
  await read();
  const first = read();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await first).toBe(HEARTBEAT);
  const second = read();
  await vi.advanceTimersByTimeAsync(14_999);
  give(7);
  expect(await second).toBe(encodeEvent(7));
  expect(await read()).toBeUndefined();
});

test("a reader who stalls for two minutes is dropped", async () => {
  const { state, events } = source(Infinity);
  const { read, onAbandon } = open(events);
  await read();
  await read();
  await vi.advanceTimersByTimeAsync(119_000);
  expect(onAbandon).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(onAbandon).toHaveBeenCalledOnce();
  expect(state.over).toBe(true);
  await expect(read()).rejects.toThrow("gone");
});

test.each(["cancel", "abort", "both"])("a reader who leaves by %s is noticed once", async (way) => {
  const controller = new AbortController();
  const { state, events } = source(Infinity);
  const { reader, read, onAbandon } = open(events, controller.signal);
  await read();
  await read();
  if (way !== "cancel") controller.abort();
  if (way !== "abort") await reader.cancel().catch(() => {});
  await vi.advanceTimersByTimeAsync(1);
  expect(onAbandon).toHaveBeenCalledOnce();
  expect(state.over).toBe(true);
});

test("a reader who had left before the first byte is noticed too", async () => {
  const { onAbandon } = open(source(Infinity).events, AbortSignal.abort());
  expect(onAbandon).toHaveBeenCalledOnce();
});

test("leaving while an event is awaited is noticed at once", async () => {
  const controller = new AbortController();
  async function* never() {
    await new Promise(() => {});
    yield 1;
  }
  const { read, onAbandon } = open(never(), controller.signal);
  await read();
  const pending = read();
  controller.abort();
  await expect(pending).rejects.toThrow("gone");
  expect(onAbandon).toHaveBeenCalledOnce();
});
