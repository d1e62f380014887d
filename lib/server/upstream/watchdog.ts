import "server-only";

/** How often the watchdog looks when nothing is due sooner: what is due may move, later or nearer. */
const LOOK_MS = 1000;

/**
 * Watches over waits of one stream: calls `onLate` once when something has not come by the moment that `dueAt` gives, which
 * may move with every read; undefined says that nothing is awaited. It looks about once a second, for a timer of its own
 * for each read would cost as much as the read.
 */
export class Watchdog {
  isLate = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly dueAt: () => number | undefined,
    readonly onLate: () => void,
    readonly now: () => number,
  ) {
    this.#look();
  }

  #look(): void {
    const left = (this.dueAt() ?? Infinity) - this.now();
    this.isLate = left <= 0;
    if (this.isLate) this.onLate();
    else this.#timer = setTimeout(() => this.#look(), Math.min(left, LOOK_MS));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
