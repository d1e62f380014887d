import { keepPace, type PaceKeeper } from "./pace";
import { isEnding, type RunEvent } from "./run-events";

/** Notes for each pane of a press how its answer comes. */
export type PaceNotes = {
  /** The events that came at `now`, each ending behind its pane's pace. */
  heard: (events: readonly RunEvent[], now: number) => RunEvent[];
  /** The paces of panes that have not ended, when nothing more will come. */
  left: () => RunEvent[];
};

/** Begins to take notes of a press that was made at `startedAt`, in milliseconds of a clock that does not jump. */
export function notePaces(startedAt: number): PaceNotes {
  const keepers = new Map<string, PaceKeeper>();
  const taken = (pane: string): RunEvent[] => {
    const pace = keepers.get(pane)?.get();
    keepers.delete(pane);
    return pace ? [{ pane, type: "pace", pace }] : [];
  };
  const note = (event: RunEvent, now: number): RunEvent[] => {
    if (isEnding(event)) return [...taken(event.pane), event];
    if (event.type === "text" || event.type === "reasoning") {
      const keeper = keepers.get(event.pane) ?? keepPace(startedAt);
      keepers.set(event.pane, keeper);
      keeper.add(now, event.text.length, event.type);
    }
    return [event];
  };
  return {
    heard: (events, now) => events.flatMap((event) => note(event, now)),
    left: () => [...keepers.keys()].flatMap(taken),
  };
}
