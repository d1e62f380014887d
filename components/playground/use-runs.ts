import { useSyncExternalStore } from "react";
import { fetchOnce } from "@/components/ui/fetch-once";
import { newId } from "@/lib/new-id";
import { isAnswering, type Experiment } from "@/lib/playground/experiment";
import { canPlay, hasAnswered, sameRequest, toRunRequest, type Press } from "@/lib/playground/play";
import { unfilledNames } from "@/lib/playground/prompt-texts";
import type { RunEvent } from "@/lib/run-events";
import type { RunRequest } from "@/lib/run-request";
import type { DeskStore } from "./desk-store";
import type { KeyRing } from "./key-ring";

/** How long a stop may take to end a press before the page hangs up by itself. */
const STOP_PATIENCE_MS = 2000;

/** What plays a press over the network: not needed before the first one, so it comes when a hand is near. */
export const fetchRunClient = fetchOnce(() => import("./run-client"));

/** What a press sends: the turns of these panes, and what is typed unless they are played as they stand. */
type Played = Pick<Press, "panes" | "asItStands">;

/**
 * What stands beside Run: how many of how many presses of "Run n times" have been made, whether the last press had nothing
 * to say, and what it was to send when a variable in it had no value.
 */
export type RunsStatus = { series?: Series | undefined; isEmptyPress: boolean; unfilled?: Unfilled };

/** What a press did not send, and the experiment as it was then. */
export type Unfilled = Played & { experiment: Experiment };

/** `panes` are those that still take part in the presses to come, and in the one that is going. */
export type Series = { made: number; of: number; panes: string[] };

export function isToCome(series: Series | undefined, pane: string): boolean {
  return series?.panes.includes(pane) ?? false;
}

const AT_REST: RunsStatus = { isEmptyPress: false };

/** The presses that are going: started and stopped here, shown by the panes through the store. */
export type Runs = {
  /**
   * Plays the given panes, `times` presses one after another. With nothing to say, or with a variable that has no value,
   * it only notes that; while one of them still answers nothing is pressed. A pane that is stopped leaves the series; a
   * series ends at a press that brings no answer at all.
   * `asItStands` leaves the Message box alone: such a press of panes that take no part in a series goes beside it.
   */
  play: (panes: string[], times?: number, options?: Pick<Press, "asItStands">) => Promise<void>;
  stop: (pane?: string) => void;
  /** Whether any press is going or still to come; listeners hear when none is any more. */
  isBusy: () => boolean;
  status: () => RunsStatus;
  subscribe: (listener: () => void) => () => void;
};

type Going = { press: Press; controller: AbortController };

export function createRuns(store: DeskStore, keys: KeyRing): Runs {
  const going = new Map<string, Going>();
  const listeners = new Set<() => void>();
  let status = AT_REST;

  function notify(): void {
    for (const listener of listeners) listener();
  }

  function setStatus(next: RunsStatus): void {
    status = next;
    notify();
  }

  /** One press, `first` of its series or alone, or the same again; gives what it asked for, if a next one may follow. */
  async function playOnce(
    asked: Played & Pick<Press, "series">,
    first?: RunRequest,
  ): Promise<RunRequest | undefined> {
    const press: Press = { runId: newId(), ...asked, startedAt: Date.now() };
    const turnIds = Array.from({ length: 2 * store.get().experiment.panes.length }, newId);
    store.dispatch({ type: "press", press, turnIds });
    const request = first ? sameRequest(first, store.get(), press) : toRunRequest(store.get(), press);
    const controller = new AbortController();
    going.set(press.runId, { press, controller });
    const tell = (events: RunEvent[]) => store.dispatch({ type: "events", runId: press.runId, events });
    const end = await fetchRunClient().then(
      ({ playRun }) => playRun(request, tell, { signal: controller.signal, keyHeaders: keys.headers() }),
      () => {
        tell(press.panes.map(unreachable));
        return "over" as const;
      },
    );
    going.delete(press.runId);
    if (end !== "over") store.dispatch({ type: "cut", runId: press.runId, reason: end });
    notify();
    // A series does not go on against a server that is gone, or one that refuses everything.
    return end === "over" && hasAnswered(store.get(), press) ? (first ?? request) : undefined;
  }

  function stillThere(panes: string[]): string[] {
    const { panes: all } = store.get().experiment;
    return panes.filter((id) => all.some((pane) => pane.id === id));
  }

  function stopOne({ press, controller }: Going, pane: string | undefined): void {
    // Hanging up ends every pane of the press, so it stands in only for stopping all of them. That a stop has reached the
    // server is not enough: it may have come before the run did.
    if (pane === undefined) setTimeout(() => controller.abort(), STOP_PATIENCE_MS);
    void fetchRunClient().then(
      ({ stopRun }) => stopRun(press.runId, pane),
      // What is going without it never left this page.
      () => {},
    );
  }

  return {
    async play(panes, times = 1, { asItStands } = {}) {
      const isBeside = asItStands && times === 1 && !panes.some((pane) => isToCome(status.series, pane));
      if (status.series !== undefined && !isBeside) return;
      // A press goes on as long as any of its panes: those that are done can be played meanwhile.
      if (panes.some((pane) => isAnswering(store.get(), pane))) return;
      if (!canPlay(store.get(), panes, asItStands))
        return setStatus({ series: status.series, isEmptyPress: true });
      const { experiment } = store.get();
      if (unfilledNames(experiment, panes, asItStands).length > 0)
        return setStatus({
          series: status.series,
          isEmptyPress: false,
          unfilled: { panes, asItStands, experiment },
        });
      if (times === 1) {
        setStatus({ ...status, isEmptyPress: false });
        await playOnce({ panes, asItStands });
        return;
      }
      const name = newId();
      let toCome = panes;
      let first: RunRequest | undefined;
      for (let made = 1; made <= times && toCome.length > 0; made += 1) {
        setStatus({ series: { made, of: times, panes: toCome }, isEmptyPress: false });
        first = await playOnce({ panes: toCome, asItStands, series: name }, first);
        toCome = first ? stillThere(status.series?.panes ?? []) : [];
      }
      setStatus(AT_REST);
    },
    stop(pane) {
      if (status.series) {
        const panes = pane === undefined ? [] : status.series.panes.filter((each) => each !== pane);
        setStatus({ ...status, series: { ...status.series, panes } });
      }
      for (const each of going.values())
        if (pane === undefined || each.press.panes.includes(pane)) stopOne(each, pane);
    },
    isBusy: () => status.series !== undefined || going.size > 0,
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The ending of a pane whose press could not even be sent. */
function unreachable(pane: string): RunEvent {
  return { pane, type: "error", code: "network", phase: "before", message: "", retryable: true };
}

export function useRunsStatus(runs: Runs): RunsStatus {
  return useSyncExternalStore(runs.subscribe, runs.status, () => AT_REST);
}
