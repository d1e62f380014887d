import type { PaceNotes } from "@/lib/note-paces";

/**
 * Notes how the answers of a press made at `startedAt` come. Who notes it is fetched with the first press, for a first
 * visit does not need it; should an answer be faster, it goes without notes.
 */
export function fetchPaceNotes(startedAt: number): PaceNotes {
  let notes: PaceNotes | undefined;
  let isLate = false;
  import("@/lib/note-paces").then(
    ({ notePaces }) => {
      if (!isLate) notes = notePaces(startedAt);
    },
    () => {},
  );
  return {
    heard(events, now) {
      if (notes) return notes.heard(events, now);
      isLate ||= events.some(({ type }) => type === "text" || type === "reasoning");
      return [...events];
    },
    left: () => notes?.left() ?? [],
  };
}
