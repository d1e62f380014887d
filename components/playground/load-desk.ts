import type { Desk } from "@/lib/playground/experiment";
import { readStoredDesk } from "@/lib/playground/read-stored-desk";
import { keptDocuments, type DeskDocument, type DeskStorage } from "./desk-storage";

/** What this tab showed, else a copy of what was worked on last, else undefined. */
export function loadDesk({ own, linked }: DeskStorage): Desk | undefined {
  // A link that was opened and let be is no work: a new tab does not begin with it.
  return ofThisTab(linked) ?? ofThisTab(own) ?? newestOf([own, linked]);
}

/** The visitor's own desk: this tab's, else a copy of the one saved last, else undefined. */
export function loadOwnDesk({ own }: DeskStorage): Desk | undefined {
  return ofThisTab(own) ?? newestOf([own]);
}

function ofThisTab(document: DeskDocument): Desk | undefined {
  try {
    const stored = readStoredDesk(document.text());
    if (stored) document.adopt(stored);
    return stored?.desk;
  } catch {
    return undefined;
  }
}

function newestOf(documents: readonly DeskDocument[]): Desk | undefined {
  try {
    const kept = documents.flatMap(({ kind }) => keptDocuments(kind)).filter(({ letBe }) => !letBe);
    for (const { key } of kept.toSorted((a, b) => b.savedAt - a.savedAt)) {
      const stored = readStoredDesk(localStorage.getItem(key) ?? "");
      if (stored) return stored.desk;
    }
  } catch {
    // Where there is no storage there is nothing in it.
  }
  return undefined;
}
