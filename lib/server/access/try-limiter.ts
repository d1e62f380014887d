import "server-only";
import { AppError } from "@/lib/errors";

const WITHIN_MS = 60_000;
const MOST_OF_ONE = 10;
const MOST_OF_ALL = 60;
/** Nobody's memory grows by guessing: of this many addresses the oldest is forgotten. */
const MOST_ADDRESSES = 1000;
const ALL = "";

/** Counts wrong passwords per address and over all, and refuses to look at more for a while (requirements R16, R21). */
export class TryLimiter {
  readonly #wrongAt = new Map<string, number[]>();

  constructor(readonly now: () => number = Date.now) {}

  /** Refuses while there were too many. Must come before the password is looked at. */
  check(address: string): void {
    const waitMs = Math.max(this.#waitOf(`=${address}`, MOST_OF_ONE), this.#waitOf(ALL, MOST_OF_ALL));
    if (waitMs <= 0) return;
    throw new AppError("too_many_tries", {
      retryAfterMs: waitMs,
      values: { seconds: Math.ceil(waitMs / 1000) },
    });
  }

  /** Counts a wrong password. */
  failed(address: string): void {
    for (const name of [ALL, `=${address}`]) {
      const recent = [...this.#recent(name), this.now()];
      this.#wrongAt.delete(name);
      this.#wrongAt.set(name, recent);
    }
    const oldest = [...this.#wrongAt.keys()].find((name) => name !== ALL);
    if (this.#wrongAt.size > MOST_ADDRESSES && oldest !== undefined) this.#wrongAt.delete(oldest);
  }

  #recent(name: string): number[] {
    const since = this.now() - WITHIN_MS;
    return (this.#wrongAt.get(name) ?? []).filter((at) => at > since);
  }

  /** Milliseconds until so many are no longer within the minute. */
  #waitOf(name: string, most: number): number {
    const recent = this.#recent(name);
    const first = recent.at(-most);
    return first === undefined ? 0 : first + WITHIN_MS - this.now();
  }
}
