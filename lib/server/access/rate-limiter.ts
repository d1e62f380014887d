import "server-only";

/** How often within how long: for one address, and for all of them together. */
export type Rate = { withinMs: number; ofOne: number; ofAll: number };

/** Nobody's memory grows by asking: of this many addresses the oldest is forgotten. */
const MOST_ADDRESSES = 1000;
const ALL = "";

/** Remembers when something was done, per address and over all (requirements R16, R21). */
export class RateLimiter {
  readonly #doneAt = new Map<string, number[]>();

  constructor(
    readonly rate: Rate,
    readonly now: () => number = Date.now,
  ) {}

  /** How many addresses are remembered. */
  get addresses(): number {
    return this.#doneAt.size;
  }

  /** Milliseconds until this address may do it again; 0 or less: now. */
  waitMs(address: string): number {
    return Math.max(this.#waitOf(`=${address}`, this.rate.ofOne), this.#waitOf(ALL, this.rate.ofAll));
  }

  /** Counts that it was done. */
  count(address: string): void {
    for (const name of [ALL, `=${address}`]) {
      const recent = [...this.#recent(name), this.now()];
      this.#doneAt.delete(name);
      this.#doneAt.set(name, recent);
    }
    const oldest = [...this.#doneAt.keys()].find((name) => name !== ALL);
    if (this.#doneAt.size > MOST_ADDRESSES && oldest !== undefined) this.#doneAt.delete(oldest);
  }

  #recent(name: string): number[] {
    const since = this.now() - this.rate.withinMs;
    return (this.#doneAt.get(name) ?? []).filter((at) => at > since);
  }

  /** Milliseconds until so many are no longer within the time. */
  #waitOf(name: string, most: number): number {
    const first = this.#recent(name).at(-most);
    return first === undefined ? 0 : first + this.rate.withinMs - this.now();
  }
}
