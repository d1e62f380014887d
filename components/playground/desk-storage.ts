import { newId } from "@/lib/new-id";
import type { Desk } from "@/lib/playground/experiment";
import { savedAtOf, withFewerRuns, writeStoredDesk, type StoredDesk } from "@/lib/playground/stored-desk";

/** Beside each document, who wrote it last: small, so that asking costs nothing. */
const WRITER_PREFIX = "fader.writer.";

/**
 * Two kinds of documents: one's own desks, and desks that came with a link. They are never written over one another. Each
 * tab writes a document of its own of either kind, named in sessionStorage; so many of a kind are kept.
 */
const OWN = { prefix: "fader.desk.", tabKey: "fader.tab", kept: 10 } as const;
const LINKED = { prefix: "fader.linked.", tabKey: "fader.linked", kept: 5 } as const;
type Kind = typeof OWN | typeof LINKED;

/** How the last save went; "unread": nothing is saved, because what was kept could not be read and must not be lost. */
export type SaveResult = "saved" | "savedWithoutRuns" | "full" | "unavailable" | "unread";

/** One tab's document of one kind; a duplicated tab notices a foreign writer and moves to a new document. */
export class DeskDocument {
  private id: string | undefined;
  private lastWriter: string | undefined;

  constructor(
    readonly kind: Kind,
    private readonly writer: () => string,
  ) {}

  /** What this tab has kept under this kind, as text, and with `adopt` goes on writing. Throws where there is no storage. */
  text(): string {
    return localStorage.getItem(this.kind.prefix + sessionStorage.getItem(this.kind.tabKey)) ?? "";
  }

  adopt({ writer }: Pick<StoredDesk, "writer">): void {
    this.id = sessionStorage.getItem(this.kind.tabKey) ?? undefined;
    this.lastWriter = writer;
  }

  /** The next desk is another one, and gets a document of its own. */
  startAnew(): void {
    this.id = undefined;
  }

  /** Writes the desk; false when the browser's storage is full. Throws where there is none. */
  write(desk: Desk): boolean {
    this.id = this.ownId();
    try {
      sessionStorage.setItem(this.kind.tabKey, this.id);
      localStorage.setItem(WRITER_PREFIX + this.id, this.writer());
      localStorage.setItem(this.kind.prefix + this.id, writeStoredDesk(desk, this.writer(), Date.now()));
      this.lastWriter = this.writer();
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
      throw error;
    }
  }

  private ownId(): string {
    if (this.id !== undefined) {
      const writer = localStorage.getItem(WRITER_PREFIX + this.id);
      if (writer === null || writer === this.writer() || writer === this.lastWriter) return this.id;
    }
    forgetOldest(this.kind);
    return newId();
  }
}

/** Keeps the desk of one tab in the browser. */
export class DeskStorage {
  private id: string | undefined;
  private readonly writer = () => (this.id ??= newId());
  readonly own = new DeskDocument(OWN, this.writer);
  readonly linked = new DeskDocument(LINKED, this.writer);

  /** Whether this browser keeps any desk of one's own. */
  hasOwn(): boolean {
    return hasAny(OWN);
  }

  /** Whether this browser kept no desk at all: then there is nothing to wait for. */
  isEmpty(): boolean {
    return !hasAny(OWN) && !hasAny(LINKED);
  }

  /** Writes the desk; when the browser's storage is full it keeps fewer runs, and says so. */
  save(desk: Desk): SaveResult {
    const document = desk.link ? this.linked : this.own;
    try {
      // A reload shows what was on show.
      if (!desk.link) sessionStorage.removeItem(LINKED.tabKey);
      if (document.write(desk)) return "saved";
      if (document.write(withFewerRuns(desk))) return "savedWithoutRuns";
      return "full";
    } catch {
      return "unavailable";
    }
  }
}

export type KeptDocument = { key: string; savedAt: number };

/** What is kept of a kind, the newest first. Throws where there is no storage. */
export function keptDocuments({ prefix }: Kind): KeptDocument[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const savedAt = savedAtOf(localStorage.getItem(key) ?? "");
      return savedAt === undefined ? [] : [{ key, savedAt }];
    })
    .toSorted((a, b) => b.savedAt - a.savedAt);
}

function hasAny(kind: Kind): boolean {
  try {
    return keptDocuments(kind).length > 0;
  } catch {
    return false;
  }
}

function forgetOldest(kind: Kind): void {
  for (const { key } of keptDocuments(kind).slice(kind.kept - 1)) {
    localStorage.removeItem(key);
    localStorage.removeItem(WRITER_PREFIX + key.slice(kind.prefix.length));
  }
}
