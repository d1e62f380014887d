import "server-only";
import type { Timings } from "@/lib/run-events";

/** Times an answer next to the model, never in the browser. Milliseconds. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #startedAt: number;
  #firstAt: number | undefined;
  #lastAt = 0;
  #tokens = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#startedAt = now();
  }

  /** Says that `tokens` more have just come. */
  mark(tokens: number): void {
    this.#lastAt = this.#now();
    this.#firstAt ??= this.#lastAt;
    this.#tokens += tokens;
  }

  /**
   * The rate counts from the first token on: the wait before it is `firstTokenMs`. `tokens` is the count of whoever knows
   * better than by the pieces that came.
   */
  read(tokens = this.#tokens): Timings {
    const totalMs = this.#now() - this.#startedAt;
    const firstTokenMs = this.#firstAt === undefined ? totalMs : this.#firstAt - this.#startedAt;
    const writingMs = this.#lastAt - (this.#firstAt ?? this.#lastAt);
    const tokensPerSecond = writingMs > 0 ? (Math.max(tokens - 1, 0) * 1000) / writingMs : 0;
    return {
      firstTokenMs: round(firstTokenMs),
      totalMs: round(totalMs),
      tokensPerSecond: round(tokensPerSecond),
    };
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
