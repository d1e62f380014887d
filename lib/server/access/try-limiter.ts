import "server-only";
import { AppError } from "@/lib/errors";
import { RateLimiter, type Rate } from "./rate-limiter";

const WRONG_PASSWORDS: Rate = { withinMs: 60_000, ofOne: 10, ofAll: 60 };

/** Counts wrong passwords, and refuses to look at more for a while (requirements R16, R21). */
export class TryLimiter {
  readonly #wrong: RateLimiter;

  constructor(now: () => number = Date.now) {
    this.#wrong = new RateLimiter(WRONG_PASSWORDS, now);
  }

  /** How many addresses are remembered. */
  get addresses(): number {
    return this.#wrong.addresses;
  }

  /** Refuses while there were too many. Must come before the password is looked at. */
  check(address: string): void {
    const waitMs = this.#wrong.waitMs(address);
    if (waitMs <= 0) return;
    throw new AppError("too_many_tries", {
      retryAfterMs: waitMs,
      values: { seconds: Math.ceil(waitMs / 1000) },
    });
  }

  /** Counts a wrong password. */
  failed(address: string): void {
    this.#wrong.count(address);
  }
}
