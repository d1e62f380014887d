import { advance, NEW_RUN, type Run } from "../run";
import { recordedEvents, type TimedEvent } from "./recorded-events";

/** A recorded answer that plays again: as far as it has come, and what is still to come. */
export type RunReplay = { run: Run; left: readonly TimedEvent[] };

/** An answer that has ended, about to play from its beginning. */
export function beginReplay(recorded: Run): RunReplay {
  return { run: NEW_RUN, left: recordedEvents(recorded) };
}

/** The replay after so many milliseconds since its beginning; the same object where nothing has come. */
export function playUntil(replay: RunReplay, at: number): RunReplay {
  const next = replay.left.findIndex((each) => each.at > at);
  const due = next < 0 ? replay.left : replay.left.slice(0, next);
  if (due.length === 0) return replay;
  const run = due.reduce((before, { event }) => advance(before, event), replay.run);
  return { run, left: replay.left.slice(due.length) };
}
