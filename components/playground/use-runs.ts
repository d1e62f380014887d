import { useSyncExternalStore } from "react";
import { newId } from "@/lib/new-id";
import { canPlay, toRunRequest, type Press } from "@/lib/playground/play";
import type { DeskStore } from "./desk-store";
import type { KeyRing } from "./key-ring";
import { playRun, stopRun } from "./run-client";

/** How long a stop may take to reach the server before the page hangs up by itself. */
const STOP_PATIENCE_MS = 2000;

/**
 * What stands beside Run: how many of how many presses of "Run 10 times" have been made, and whether the last press had
 * nothing to say.
 */
export type RunsStatus = { series?: { made: number; of: number }; isEmptyPress: boolean };
const AT_REST: RunsStatus = { isEmptyPress: false };

/** The presses that are going: started and stopped here, shown by the panes through the store. */
export type Runs = {
  /**
   * Plays the given panes, `times` presses one after another. With nothing to say it only notes that; panes that still
   * answer are let be. `asItStands` leaves the Message box alone.
   */
  play: (panes: string[], times?: number, options?: Pick<Press, "asItStands">) => Promise<void>;
  stop: (pane?: string) => void;
  status: () => RunsStatus;
  subscribe: (listener: () => void) => () => void;
};

type Going = { press: Press; controller: AbortController };

export function createRuns(store: DeskStore, keys: KeyRing): Runs {
  const going = new Map<string, Going>();
  const listeners = new Set<() => void>();
  let status = AT_REST;
  /** Aborted when the presses still to come are called off. */
  let series = new AbortController();

  function setStatus(next: RunsStatus): void {
    status = next;
    for (const listener of listeners) listener();
  }

  /** One press; false when the stream broke off, so that a series does not go on against a server that is gone. */
  async function playOnce(asked: Pick<Press, "panes" | "asItStands" | "series">): Promise<boolean> {
    const press: Press = { runId: newId(), ...asked, startedAt: Date.now() };
    const turnIds = Array.from({ length: 2 * store.get().experiment.panes.length }, newId);
    store.dispatch({ type: "press", press, turnIds });
    const request = toRunRequest(store.get(), press);
    const controller = new AbortController();
    going.set(press.runId, { press, controller });
    const end = await playRun(
      request,
      (events) => store.dispatch({ type: "events", runId: press.runId, events }),
      { signal: controller.signal, keyHeaders: keys.headers() },
    );
    going.delete(press.runId);
    if (end !== "over") store.dispatch({ type: "cut", runId: press.runId, reason: end });
    return end === "over";
  }

  function stopOne({ press, controller }: Going, pane: string | undefined): void {
    // Hanging up ends every pane of the press, so it stands in only for stopping all of them.
    const hangUp = pane === undefined ? setTimeout(() => controller.abort(), STOP_PATIENCE_MS) : undefined;
    void stopRun(press.runId, pane).then((reached) => {
      if (reached) clearTimeout(hangUp);
    });
  }

  return {
    async play(panes, times = 1, { asItStands } = {}) {
      const isBusy =
        status.series !== undefined ||
        [...going.values()].some(({ press }) => press.panes.some((pane) => panes.includes(pane)));
      if (isBusy) return;
      if (!canPlay(store.get(), panes, asItStands)) return setStatus({ isEmptyPress: true });
      setStatus(AT_REST);
      series = new AbortController();
      const { signal } = series;
      const name = times > 1 ? newId() : undefined;
      for (let made = 1; made <= times && !signal.aborted; made += 1) {
        if (name) setStatus({ series: { made, of: times }, isEmptyPress: false });
        if (!(await playOnce({ panes, asItStands, series: name }))) break;
      }
      if (name) setStatus(AT_REST);
    },
    stop(pane) {
      if (pane === undefined) series.abort();
      for (const each of going.values())
        if (pane === undefined || each.press.panes.includes(pane)) stopOne(each, pane);
    },
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useRunsStatus(runs: Runs): RunsStatus {
  return useSyncExternalStore(runs.subscribe, runs.status, () => AT_REST);
}
