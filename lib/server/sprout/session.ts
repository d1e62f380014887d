import "server-only";
import { Stopwatch } from "../stopwatch";
import type { SproutOutcome, SproutStep } from "./protocol";

/** How many steps may wait for a slow reader before its session pauses. */
export const WINDOW = 32;

/** One answer as the server sees it: steps that have come and wait to be taken, and how it ended. */
export class SproutSession {
  readonly stopwatch = new Stopwatch();
  readonly #send: { more: (credit: number) => void; stop: () => void };
  #waiting: SproutStep[] = [];
  #outcome: SproutOutcome | undefined;
  #wake = () => {};

  constructor(send: { more: (credit: number) => void; stop: () => void }) {
    this.#send = send;
  }

  /** Called by the host as messages come. Times are taken here, not when the reader gets round to it. */
  push(step: SproutStep): void {
    this.stopwatch.mark(1);
    this.#waiting.push(step);
    this.#wake();
  }

  finish(outcome: SproutOutcome): void {
    this.#outcome ??= outcome;
    this.#wake();
  }

  stop(): void {
    if (!this.#outcome) this.#send.stop();
  }

  /** Everything that is ready, waiting for it if need be; the outcome comes alone and last. */
  async take(): Promise<SproutStep[] | SproutOutcome> {
    while (this.#waiting.length === 0) {
      if (this.#outcome) return this.#outcome;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const steps = this.#waiting;
    this.#waiting = [];
    if (!this.#outcome) this.#send.more(steps.length);
    return steps;
  }
}
