import type { Desk } from "@/lib/playground/experiment";
import { savedAtOf, withFewerRuns, writeStoredDesk, type StoredDesk } from "@/lib/playground/stored-desk";
import { newId } from "@/lib/new-id";

const PREFIX = "fader.desk.";
/** Beside each document, who wrote it last: small, so that asking costs nothing. */
const WRITER_PREFIX = "fader.writer.";
const TAB_KEY = "fader.tab";
const DESKS_KEPT = 10;

/** How the last save went; "unread": nothing is saved, because what was kept could not be read and must not be lost. */
export type SaveResult = "saved" | "savedWithoutRuns" | "full" | "unavailable" | "unread";

type ReadStoredDesk = (text: string) => StoredDesk | undefined;

/**
 * Keeps the desk of one tab in the browser. Each tab writes a document of its own (named in sessionStorage), so two tabs
 * never overwrite each other; a duplicated tab notices a foreign writer and moves to a new document.
 */
export class DeskStorage {
  private readonly writer = newId();
  private lastWriter: string | undefined;
  private document: string | undefined;

  /** Whether this browser kept no desk at all: then there is nothing to wait for. */
  isEmpty(): boolean {
    try {
      return documents().length === 0;
    } catch {
      return true;
    }
  }

  /** This tab's desk, else a copy of the one saved last, else undefined. */
  load(read: ReadStoredDesk): Desk | undefined {
    try {
      const own = sessionStorage.getItem(TAB_KEY) ?? undefined;
      const stored = own === undefined ? undefined : read(localStorage.getItem(PREFIX + own) ?? "");
      if (stored) {
        this.document = own;
        this.lastWriter = stored.writer;
        return stored.desk;
      }
      return newestDesk(read);
    } catch {
      return undefined;
    }
  }

  /** Writes the desk; when the browser's storage is full it keeps fewer runs, and says so. */
  save(desk: Desk): SaveResult {
    try {
      this.document = this.ownDocument();
      if (this.write(desk)) return "saved";
      if (this.write(withFewerRuns(desk))) return "savedWithoutRuns";
      return "full";
    } catch {
      return "unavailable";
    }
  }

  private ownDocument(): string {
    if (this.document !== undefined) {
      const writer = localStorage.getItem(WRITER_PREFIX + this.document);
      if (writer === null || writer === this.writer || writer === this.lastWriter) return this.document;
    }
    const fresh = newId();
    sessionStorage.setItem(TAB_KEY, fresh);
    forgetOldest();
    return fresh;
  }

  private write(desk: Desk): boolean {
    try {
      localStorage.setItem(WRITER_PREFIX + this.document, this.writer);
      localStorage.setItem(PREFIX + this.document, writeStoredDesk(desk, this.writer, Date.now()));
      this.lastWriter = this.writer;
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
      throw error;
    }
  }
}

/** What is kept, the newest first. */
function documents(): { key: string; savedAt: number }[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => {
      const savedAt = savedAtOf(localStorage.getItem(key) ?? "");
      return savedAt === undefined ? [] : [{ key, savedAt }];
    })
    .toSorted((a, b) => b.savedAt - a.savedAt);
}

function newestDesk(read: ReadStoredDesk): Desk | undefined {
  for (const { key } of documents()) {
    const stored = read(localStorage.getItem(key) ?? "");
    if (stored) return stored.desk;
  }
  return undefined;
}

function forgetOldest(): void {
  for (const { key } of documents().slice(DESKS_KEPT - 1)) {
    localStorage.removeItem(key);
    localStorage.removeItem(WRITER_PREFIX + key.slice(PREFIX.length));
  }
}
