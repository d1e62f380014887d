import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { encodeEvent, HEARTBEAT } from "@/lib/sse";
import { eventStream } from "@/lib/server/event-stream";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const decoder = new TextDecoder();

/** Numbers up to `count`; `never` after them when it is Infinity. */
function source(count: number) {
  const state = { made: 0, over: false };
  async function* events(): AsyncGenerator<number[]> {
    try {
      while (state.made < count) yield [(state.made += 1)];
    } finally {
      state.over = true;
    }
  }
  return { state, events: events() };
}

function open(events: AsyncGenerator<unknown[]>, signal = new AbortController().signal) {
  const onOver = vi.fn();
  const response = eventStream(events, { signal, onOver });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const read = async () => {
    const { done, value } = await reader.read();
    return done ? undefined : decoder.decode(value);
  };
  return { response, reader, read, onOver };
}

test("says at once that it answers, then sends each event and closes", async () => {
  const { response, read, onOver } = open(source(2).events);
  expect([await read(), await read(), await read(), await read()]).toEqual([
    HEARTBEAT,
    encodeEvent(1),
    encodeEvent(2),
    undefined,
  ]);
  expect(onOver).toHaveBeenCalledOnce();
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
});

test("asks for the first event at once, and for no other before someone reads", async () => {
  const { state, events } = source(Infinity);
  const { read } = open(events);
  expect(state.made).toBe(1);
  await read();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(state.made).toBe(1);
  await read();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(state.made).toBe(1);
  await read();
  expect(state.made).toBe(2);
});

test("a source that breaks before anyone reads is told to whoever comes", async () => {
  async function* breaking(): AsyncGenerator<unknown[]> {
    yield await Promise.reject(new Error("broken"));
  }
  const { read, onOver } = open(breaking());
  await vi.advanceTimersByTimeAsync(1);
  expect(onOver).toHaveBeenCalledOnce();
  expect(await read()).toBe(HEARTBEAT);
  await expect(read()).rejects.toThrow("broken");
  expect(onOver).toHaveBeenCalledOnce();
});

test("a comment every 15 seconds of silence, and no event lost to it", async () => {
  let give: (event: number) => void = () => {};
  async function* slow() {
    yield [await new Promise<number>((resolve) => (give = resolve))];
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
  const { read, onOver } = open(events);
  await read();
  await read();
  await vi.advanceTimersByTimeAsync(119_000);
  expect(onOver).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(onOver).toHaveBeenCalledOnce();
  expect(state.over).toBe(true);
  await expect(read()).rejects.toThrow("gone");
});

test.each(["cancel", "abort", "both"])("a reader who leaves by %s is noticed once", async (way) => {
  const controller = new AbortController();
  const { state, events } = source(Infinity);
  const { reader, read, onOver } = open(events, controller.signal);
  await read();
  await read();
  if (way !== "cancel") controller.abort();
  if (way !== "abort") await reader.cancel().catch(() => {});
  await vi.advanceTimersByTimeAsync(1);
  expect(onOver).toHaveBeenCalledOnce();
  expect(state.over).toBe(true);
});

test("a reader who had left before the first byte is noticed too", async () => {
  const { state, events } = source(Infinity);
  const { onOver } = open(events, AbortSignal.abort());
  expect(onOver).toHaveBeenCalledOnce();
  expect(state.made).toBe(0);
});

test("leaving while an event is awaited is noticed at once", async () => {
  const controller = new AbortController();
  async function* never() {
    await new Promise(() => {});
    yield [1];
  }
  const { read, onOver } = open(never(), controller.signal);
  await read();
  const pending = read();
  controller.abort();
  await expect(pending).rejects.toThrow("gone");
  expect(onOver).toHaveBeenCalledOnce();
});

test("events that are ready together leave in one write", async () => {
  async function* pairs() {
    yield [1, 2];
  }
  const { read } = open(pairs());
  await read();
  expect(await read()).toBe(encodeEvent(1) + encodeEvent(2));
});

test("a source that breaks ends the stream as broken, and is over", async () => {
  async function* breaking(): AsyncGenerator<unknown[]> {
    yield [1];
    throw new Error("broken");
  }
  const { read, onOver } = open(breaking());
  await read();
  await read();
  await expect(read()).rejects.toThrow("broken");
  expect(onOver).toHaveBeenCalledOnce();
});

test("a reader who waits through minutes of silence is kept, one who stops reading meanwhile is dropped", async () => {
  async function* never(): AsyncGenerator<unknown[]> {
    await new Promise(() => {});
    yield [];
  }
  const { read, onOver } = open(never());
  await read();
  for (let beats = 0; beats < 20; beats += 1) {
    const beat = read();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await beat).toBe(HEARTBEAT);
  }
  expect(onOver).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(onOver).toHaveBeenCalledOnce();
  await expect(read()).rejects.toThrow("gone");
});
