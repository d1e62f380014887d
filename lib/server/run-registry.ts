import "server-only";
import { AppError } from "@/lib/errors";
import { LIMITS } from "@/lib/limits";

type Entry = { owner: string; panes: Map<string, AbortController> };

/** A claimed run: its panes' signals, and the way to give the claim back. */
export type RunClaim = {
  signalOf: (pane: string) => AbortSignal;
  /** Gives the claim back and stops whatever still goes. Must be called in the end; again does nothing. */
  release: () => void;
};

/** Why what a run leaves behind is ended. One for all: an error of its own for each would cost more than the rest. */
const RELEASED = new DOMException("The run is over", "AbortError");
/** About how long a restart takes. */
const RESTART_MS = 5000;
/** The owner of all programs: they carry no cookie. */
const NOBODY = "";

/** Which runs are going, and whose they are (requirements R18, R33). */
export class RunRegistry {
  readonly #runs = new Map<string, Entry>();
  #isClosed = false;

  get size(): number {
    return this.#runs.size;
  }

  /** Takes a run id for `owner`. A taken id, or too many runs of one owner, is refused. */
  claim(id: string, paneIds: readonly string[], owner: string): RunClaim {
    if (this.#isClosed) throw new AppError("restarting", { retryAfterMs: RESTART_MS });
    if (this.#runs.has(id)) throw new AppError("run_exists");
    let going = 0;
    for (const entry of this.#runs.values()) going += entry.owner === owner ? 1 : 0;
    if (going >= (owner === NOBODY ? LIMITS.programRunsAtOnce : LIMITS.runsAtOnce))
      throw new AppError("too_many_runs");
    const entry: Entry = { owner, panes: new Map(paneIds.map((pane) => [pane, new AbortController()])) };
    this.#runs.set(id, entry);
    return {
      signalOf: (pane) => entry.panes.get(pane)?.signal ?? AbortSignal.abort(),
      release: () => {
        abortAll(entry, RELEASED);
        if (this.#runs.get(id) === entry) this.#runs.delete(id);
      },
    };
  }

  /** From now on no run begins: the server is about to end. */
  close(): void {
    this.#isClosed = true;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends every run, for a reason that its readers are told. */
  abortAll(reason: AppError): void {
    for (const entry of this.#runs.values()) abortAll(entry, reason);
  }

  /** Stops one pane, or all. Someone else's run, an unknown one and one that is over are passed over alike. */
  stop(id: string, pane: string | undefined, owner: string): void {
    const entry = this.#runs.get(id);
    if (entry?.owner !== owner) return;
    if (pane === undefined) abortAll(entry);
    else entry.panes.get(pane)?.abort();
  }
}

function abortAll(entry: Entry, reason?: AppError | DOMException): void {
  for (const controller of entry.panes.values()) controller.abort(reason);
}
