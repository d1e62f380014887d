import type { LibraryEntry } from "@/lib/library/library-entry";
import { restoreEntry, type Removed } from "./library-store";

type Gone = Removed & { isReplaced: boolean };

/** What was taken out or written over in this tab, the last at the end: it can be had back as long as the page is open. */
let removed: readonly Gone[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Gone[]): void {
  removed = next;
  for (const listener of listeners) listener();
}

export function lastRemoved(): Gone | undefined {
  return removed.at(-1);
}

export function onRemoved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function noteRemoved(each: Removed, isReplaced = false): void {
  set([...removed, { ...each, isReplaced }]);
}

/** Puts the last of them back into the library. From now on it is the one before that is the last, unless this fails. */
export async function restoreLast(): Promise<LibraryEntry | undefined> {
  const last = lastRemoved();
  if (!last) return undefined;
  set(removed.filter((each) => each !== last));
  try {
    return await restoreEntry(last);
  } catch (error) {
    set([...removed, last]);
    throw error;
  }
}
