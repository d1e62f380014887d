import "server-only";
import { createHash } from "node:crypto";
import { AppError, type ErrorCode } from "@/lib/errors";

const FAILURES = 5;
const WITHIN_MS = 30_000;
const REST_MS = 15_000;
const MOST_ENTRIES = 1000;
const COUNTED = new Set<ErrorCode>(["provider_failed", "provider_unreachable", "provider_silent"]);

type Entry = { failedAt: number[]; restsUntil: number };

/** Leaves a provider that fails again and again alone for a moment, per provider and key (requirements R46). */
export class Circuit {
  readonly #entries = new Map<string, Entry>();

  constructor(readonly now: () => number = Date.now) {}

  /** Refuses while the provider rests. */
  check(name: string): void {
    const waitMs = (this.#entries.get(name)?.restsUntil ?? 0) - this.now();
    if (waitMs > 0) throw new AppError("provider_resting", { retryAfterMs: waitMs });
  }

  failed(name: string, code: ErrorCode): void {
    if (!COUNTED.has(code)) return;
    const at = this.now();
    const recent = (this.#entries.get(name)?.failedAt ?? []).filter((time) => at - time < WITHIN_MS);
    const failedAt = [...recent, at];
    const restsUntil = failedAt.length >= FAILURES ? at + REST_MS : 0;
    this.#entries.delete(name);
    this.#entries.set(name, { failedAt: restsUntil > 0 ? [] : failedAt, restsUntil });
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > MOST_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
  }

  succeeded(name: string): void {
    this.#entries.delete(name);
  }
}

/** A name for a provider and key that holds no byte of the key. */
export function circuitName(provider: string, key: string | undefined): string {
  return `${provider} ${createHash("sha256")
    .update(key ?? "")
    .digest("base64url")}`;
}
