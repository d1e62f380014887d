import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchSilence } from "@/components/playground/silence-watch";
import { HEARTBEAT_MS } from "@/lib/sse";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Closes the lid for so long: the clock goes on, no timer fires until it is open again. */
function sleepFor(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

test("a line that keeps its heartbeat is never hung up, however long the model thinks", () => {
  const hangUp = vi.fn();
  const watch = watchSilence(hangUp);
  for (let beats = 0; beats < 240; beats += 1) {
    vi.advanceTimersByTime(HEARTBEAT_MS);
    watch.heard();
  }
  // One heartbeat may be lost on the way.
  vi.advanceTimersByTime(2 * HEARTBEAT_MS);
  expect(hangUp).not.toHaveBeenCalled();
});

test("a line without two heartbeats is hung up once", () => {
  const hangUp = vi.fn();
  watchSilence(hangUp);
  vi.advanceTimersByTime(2 * HEARTBEAT_MS + 2000);
  expect(hangUp).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10 * HEARTBEAT_MS);
  expect(hangUp).toHaveBeenCalledTimes(1);
});

test("after sleep a dead line is told within a second, not at the first look", () => {
  const hangUp = vi.fn();
  watchSilence(hangUp);
  sleepFor(3_600_000);
  vi.advanceTimersByTime(500);
  expect(hangUp).not.toHaveBeenCalled();
  vi.advanceTimersByTime(500);
  expect(hangUp).toHaveBeenCalledTimes(1);
});

test("what came during sleep is read before anything is hung up", () => {
  const hangUp = vi.fn();
  const watch = watchSilence(hangUp);
  sleepFor(3_600_000);
  vi.advanceTimersByTime(500);
  watch.heard();
  vi.advanceTimersByTime(HEARTBEAT_MS);
  expect(hangUp).not.toHaveBeenCalled();
});

test("a stream that is over is watched no more", () => {
  const hangUp = vi.fn();
  watchSilence(hangUp).end();
  vi.advanceTimersByTime(10 * HEARTBEAT_MS);
  expect(hangUp).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
