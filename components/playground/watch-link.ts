import { paneRuns, type Desk, type DeskLink } from "@/lib/playground/experiment";
import type { DeskStore } from "./desk-store";

const watched = new WeakSet<DeskStore>();

/** From here on a desk from a link notes what becomes of it: that it was run, and that it was edited. */
export function watchLink(store: DeskStore): void {
  if (watched.has(store)) return;
  watched.add(store);
  let last = store.get();
  store.subscribe(() => {
    const before = last;
    const desk = (last = store.get());
    const { link } = desk;
    // Another link object is another desk, or this one with its note.
    if (!link || link !== before.link) return;
    const since = sinceAfter(link.since, before, desk);
    if (since !== link.since) store.dispatch({ type: "load", desk: { ...desk, link: { ...link, since } } });
  });
}

/** A press moves the message into the turns, which is no edit; every other change of the experiment is one. */
function sinceAfter(since: DeskLink["since"], before: Desk, after: Desk): DeskLink["since"] {
  if (since === "modified") return since;
  if (isPress(before, after)) return "run";
  return before.experiment === after.experiment ? since : "modified";
}

function isPress(before: Desk, after: Desk): boolean {
  return Object.keys(after.runs).some((pane) => {
    const newest = paneRuns(after, pane).records.at(-1);
    return newest !== undefined && newest.id !== paneRuns(before, pane).records.at(-1)?.id;
  });
}
