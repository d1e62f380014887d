import { newId } from "@/lib/new-id";
import type { Desk } from "@/lib/playground/experiment";
import {
  storedHead,
  withFewerRuns,
  writeStoredDesk,
  type StoredDesk,
  type StoredHead,
} from "@/lib/playground/stored-desk";
import { LINKED_PREFIX, OWN_PREFIX } from "./kept-prefixes";

/** Beside each document, who wrote it last: small, so that asking costs nothing. */
const WRITER_PREFIX = "fader.writer.";

/**
 * Two kinds of documents: one's own desks, and desks that came with a link. They are never written over one another. Each
 * tab writes a document of its own of either kind, named in sessionStorage.
 */
const OWN = { prefix: OWN_PREFIX, tabKey: "fader.tab" } as const;
const LINKED = { prefix: LINKED_PREFIX, tabKey: "fader.linked" } as const;
type Kind = typeof OWN | typeof LINKED;

/** So many of a kind are kept, and of links that were let be fewer: whoever sent one has it. */
const KEPT = { work: 10, letBe: 3 } as const;

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
    forget(beyond(keptDocuments(this.kind), KEPT.work - 1, KEPT.letBe - 1));
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

  /** Writes the desk; in a full storage it forgets links that were let be, then keeps fewer runs, and says so. */
  save(desk: Desk): SaveResult {
    const document = desk.link ? this.linked : this.own;
    try {
      // A reload shows what was on show.
      if (!desk.link) sessionStorage.removeItem(LINKED.tabKey);
      if (document.write(desk)) return "saved";
      forget(beyond(keptDocuments(LINKED), Infinity, 0));
      if (document.write(desk)) return "saved";
      if (document.write(withFewerRuns(desk))) return "savedWithoutRuns";
      return "full";
    } catch {
      return "unavailable";
    }
  }
}

export type KeptDocument = StoredHead & { key: string; id: string };

/** What is kept of a kind, the newest first. Throws where there is no storage. */
export function keptDocuments({ prefix }: Kind): KeptDocument[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const head = storedHead(localStorage.getItem(key) ?? "");
      return head ? [{ ...head, key, id: key.slice(prefix.length) }] : [];
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

/** All but so many of the newest. */
function beyond(documents: readonly KeptDocument[], work: number, letBe: number): KeptDocument[] {
  return [
    ...documents.filter((each) => !each.letBe).slice(work),
    ...documents.filter((each) => each.letBe).slice(letBe),
  ];
}

function forget(documents: readonly KeptDocument[]): void {
  for (const { key, id } of documents) {
    localStorage.removeItem(key);
    localStorage.removeItem(WRITER_PREFIX + id);
  }
}
