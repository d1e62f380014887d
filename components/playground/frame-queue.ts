/** A hidden tab gets no animation frames; a slow timer keeps its text coming. */
const HIDDEN_FLUSH_MS = 250;
/** However slow a page is, what has come is not held back for longer. */
const LONGEST_REST_MS = 100;

/** Items wait here for the next frame; `flush` hands over what waits at once. */
export type FrameQueue<T> = { push: (items: readonly T[]) => void; flush: () => void };

/**
 * Hands items over once per animation frame. A page that took long to draw the last ones rests as long before the next,
 * so streaming takes at most half of its time, and keys and faders the other half.
 */
export function createFrameQueue<T>(
  onItems: (items: T[]) => void,
  now: () => number = () => performance.now(),
): FrameQueue<T> {
  let queue: T[] = [];
  /** From the first item of a frame until the page has drawn it and rested. */
  let isBusy = false;
  const flush = () => {
    const items = queue;
    queue = [];
    if (items.length > 0) onItems(items);
  };
  const drawFrame = () => {
    const startedAt = now();
    flush();
    // A timer comes after the frame: when it does, the items have been laid out and painted.
    setTimeout(() => setTimeout(goOn, Math.min(now() - startedAt, LONGEST_REST_MS)));
  };
  const goOn = () => {
    isBusy = queue.length > 0;
    if (!isBusy) return;
    if (document.hidden) setTimeout(drawFrame, HIDDEN_FLUSH_MS);
    else requestAnimationFrame(drawFrame);
  };
  return {
    flush,
    push(items) {
      queue.push(...items);
      if (!isBusy) goOn();
    },
  };
}
