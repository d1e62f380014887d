import "server-only";
import type { ParameterKey } from "@/lib/catalog/parameters";
import type { ProviderError } from "./failure";

const MOST_ATTEMPTS = 4;
const LONGEST_WAIT_MS = 5000;

/** What another attempt changes: a parameter left out, or a wait. */
export type NextAttempt = { waitMs: number };

/**
 * Counts a pane's requests to a provider and says whether one more is worth it: without a parameter that was refused by
 * name, or once after a short wait that was asked for. At most four in all, and only before anything was shown.
 */
export class Attempts {
  made = 0;
  #hasWaited = false;

  constructor(
    readonly refused: ParameterKey[],
    readonly most = MOST_ATTEMPTS,
  ) {}

  next({ code, refusal, detail }: ProviderError): NextAttempt | undefined {
    if (this.made >= this.most) return undefined;
    if (refusal?.canLeaveOut && !this.refused.includes(refusal.parameter)) {
      this.refused.push(refusal.parameter);
      return { waitMs: 0 };
    }
    const waitMs = detail.retryAfterMs;
    const mayWait = (code === "rate_limited" || code === "model_loading") && !this.#hasWaited;
    const isAsked = detail.status === 429 || detail.status === 503;
    if (!mayWait || !isAsked || waitMs === undefined || waitMs > LONGEST_WAIT_MS) return undefined;
    this.#hasWaited = true;
    return { waitMs };
  }
}
