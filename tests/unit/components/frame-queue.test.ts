import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFrameQueue } from "@/components/playground/frame-queue";

const FRAME_MS = 16;
const document = { hidden: false };

beforeEach(() => {
  vi.useFakeTimers();
  document.hidden = false;
  vi.stubGlobal("document", document);
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => setTimeout(callback, FRAME_MS));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Feeds a queue whose drawing takes `drawMs` every millisecond for a second; gives how often it drew, and what. */
async function playSecond(drawMs: number): Promise<{ draws: number; items: number[] }> {
  let [draws, drawn] = [0, 0];
  const items: number[] = [];
  const queue = createFrameQueue<number>(
    (more) => {
      draws += 1;
      drawn += drawMs;
      items.push(...more);
    },
    () => performance.now() + drawn,
  );
  for (let at = 0; performance.now() + drawn < 1000; at += 1) {
    queue.push([at]);
    await vi.advanceTimersByTimeAsync(1);
  }
  queue.flush();
  return { draws, items };
}

beforeEach(() => vi.setSystemTime(0));

test("a page that draws at once is handed what came with every frame, in order", async () => {
  const { draws, items } = await playSecond(0);
  expect(draws).toBeGreaterThan(1000 / (FRAME_MS + 3));
  expect(items).toEqual(items.toSorted((a, b) => a - b));
  expect(items.length).toBeGreaterThan(900);
});

test.each([20, 40, 80])(
  "a page that takes %s ms to draw spends at most half of its time on it",
  async (drawMs) => {
    const { draws } = await playSecond(drawMs);
    expect(draws * drawMs).toBeLessThanOrEqual(500 + drawMs);
    expect(draws * drawMs).toBeGreaterThan(250);
  },
);

test("what has come is never held back for longer than a tenth of a second after it could be drawn", async () => {
  const { draws } = await playSecond(300);
  expect(draws).toBeGreaterThanOrEqual(3);
});

test("a hidden page, which gets no frames, is handed what came by and by", async () => {
  document.hidden = true;
  const seen: number[] = [];
  const queue = createFrameQueue<number>((more) => seen.push(...more));
  queue.push([1, 2]);
  await vi.advanceTimersByTimeAsync(249);
  expect(seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(2);
  expect(seen).toEqual([1, 2]);
});
