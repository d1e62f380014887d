import { paneRuns, shownRecord, type Desk, type PaneRuns } from "@/lib/playground/experiment";
import { hasPace } from "@/lib/replay/recorded-events";
import { beginReplay, playUntil, type RunReplay } from "@/lib/replay/replay-run";
import type { DeskStore } from "./desk-store";

/** How fast recorded answers play, as times of how they came. */
export const REPLAY_SPEEDS = { real: 1, fast: 4, whole: Number.POSITIVE_INFINITY } as const;
export type ReplayPace = keyof typeof REPLAY_SPEEDS;

/** A screen shows no more often. */
const FRAME_MS = 16;
/** So that a change of pace is soon felt, whatever is waited for. */
const LONGEST_WAIT_MS = 500;

/** Recorded answers that play again: in the panes alone, while the desk keeps them as they are. Nothing is asked of anybody. */
export type Replay = {
  /** Plays the recorded answers of these panes from their beginning, all at once. */
  play: (panes: readonly string[]) => void;
  /** Shows the whole of a pane's answer, or of all. */
  skip: (pane?: string) => void;
  pace: () => ReplayPace;
  setPace: (pace: ReplayPace) => void;
  subscribe: (listener: () => void) => () => void;
};

type Playing = { base: PaneRuns; replay: RunReplay; at: number; shown: PaneRuns };

const replays = new WeakMap<DeskStore, Replay>();

/** The replay of a desk, one for each. */
export function replayOf(store: DeskStore): Replay {
  const replay = replays.get(store) ?? createReplay(store);
  replays.set(store, replay);
  return replay;
}

/** The place of the answer that a pane would play: the one on show, else its newest that was recorded; below 0: none. */
export function replayPlace(desk: Desk, pane: string): number {
  const runs = paneRuns(desk, pane);
  if (shownRecord(runs)?.recorded) return runs.shown;
  return runs.records.findLastIndex((record) => record.recorded);
}

/** The panes that have an answer to play of which it is known how it came. */
export function replayablePanes(desk: Desk): string[] {
  return desk.experiment.panes.flatMap(({ id }) => {
    const record = paneRuns(desk, id).records[replayPlace(desk, id)];
    return record && hasPace(record.run) ? [id] : [];
  });
}

function createReplay(store: DeskStore): Replay {
  const playing = new Map<string, Playing>();
  const listeners = new Set<() => void>();
  let pace: ReplayPace = matchMedia("(prefers-reduced-motion: reduce)").matches ? "whole" : "real";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  let leave: (() => void) | undefined;

  /** Panes show what has come; without any that play, the desk is as it was. */
  function show(): void {
    const runs = [...playing].map(([pane, { shown }]) => [pane, shown]);
    store.dispatch({ type: "replay", runs: runs.length === 0 ? undefined : Object.fromEntries(runs) });
    if (playing.size > 0) return;
    clearTimeout(timer);
    leave?.();
    leave = undefined;
  }

  /** What was run, cleared or chosen meanwhile goes before: such a pane plays no more. */
  function onChange(): void {
    const gone = [...playing].filter(([pane, { base }]) => paneRuns(store.get(), pane) !== base);
    for (const [pane] of gone) playing.delete(pane);
    if (gone.length > 0) show();
  }

  function goOn(): void {
    const now = performance.now();
    const passed = pace === "whole" ? Number.POSITIVE_INFINITY : (now - last) * REPLAY_SPEEDS[pace];
    last = now;
    let hasCome = false;
    for (const [pane, each] of playing) {
      each.at += passed;
      const replay = playUntil(each.replay, each.at);
      if (replay === each.replay) continue;
      hasCome = true;
      if (replay.left.length === 0) playing.delete(pane);
      else playing.set(pane, { ...each, replay, shown: showing(each.base, replay) });
    }
    if (hasCome) show();
    wait();
  }

  function wait(): void {
    clearTimeout(timer);
    if (playing.size === 0) return;
    const waits = [...playing.values()].map(({ replay, at }) => (replay.left[0]?.at ?? at) - at);
    const next = Math.min(...waits) / REPLAY_SPEEDS[pace];
    timer = setTimeout(goOn, Math.min(Math.max(next, FRAME_MS), LONGEST_WAIT_MS));
  }

  return {
    play(panes) {
      if (playing.size > 0) goOn();
      for (const pane of panes) {
        const index = replayPlace(store.get(), pane);
        if (index < 0) continue;
        if (paneRuns(store.get(), pane).shown !== index) store.dispatch({ type: "showRun", pane, index });
        const base = paneRuns(store.get(), pane);
        const recorded = shownRecord(base);
        if (!recorded) continue;
        const replay = beginReplay(recorded.run);
        playing.set(pane, { base, replay, at: 0, shown: showing(base, replay) });
      }
      if (playing.size === 0) return;
      leave ??= store.subscribe(onChange);
      last = performance.now();
      show();
      wait();
    },
    skip(pane) {
      if (pane === undefined) playing.clear();
      else playing.delete(pane);
      show();
    },
    pace: () => pace,
    setPace(next) {
      // What has passed until now passed at the pace of before.
      if (playing.size > 0) goOn();
      pace = next;
      for (const listener of listeners) listener();
      if (playing.size > 0) goOn();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A pane's runs with the one on show as far as it has come. */
function showing(base: PaneRuns, { run }: RunReplay): PaneRuns {
  return {
    ...base,
    records: base.records.map((record, at) => (at === base.shown ? { ...record, run } : record)),
  };
}
