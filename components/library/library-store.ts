import {
  entryOf,
  libraryEntrySchema,
  type LibraryEntry,
  type LibraryItem,
} from "@/lib/library/library-entry";
import { cleanName, freeName } from "@/lib/library/names";
import type { LinkDocument } from "@/lib/links/link-document";
import { checkLinkDocument, type LinkRead } from "@/lib/links/link-problem";
import { newId } from "@/lib/new-id";
import { answerOf, inTransaction, LibraryFailure, type Stores } from "./database";
import { tellChange } from "./library-changes";

/** What was taken out of the library or written over, as it was. */
export type Removed = { entry: LibraryEntry; document: unknown };

/** The library's entries, the newest first, and how many there are that this Fader cannot read. */
export async function listEntries(): Promise<{ entries: LibraryEntry[]; unread: number }> {
  const kept = await inTransaction("readonly", ({ entries }) => answerOf<unknown[]>(entries.getAll()));
  const read = kept.flatMap((each) => libraryEntrySchema.safeParse(each).data ?? []);
  return {
    entries: read.toSorted((a, b) => b.savedAt - a.savedAt || (a.name < b.name ? -1 : 1)),
    unread: kept.length - read.length,
  };
}

/** What an entry holds, with every field checked. Throws `gone` when another tab has deleted it. */
export async function readEntry(id: string): Promise<LinkRead> {
  const document = await inTransaction("readonly", ({ documents }) => answerOf<unknown>(documents.get(id)));
  if (document === undefined) throw new LibraryFailure("gone");
  return checkLinkDocument(document);
}

/**
 * Saves an experiment under a name, if that is free. If it is not, gives the entry that has it, unless that is the very one
 * that is to be replaced, as it was then: another tab may have saved since. What was replaced comes back with it.
 */
export async function saveEntry(
  item: LibraryItem,
  replacing?: LibraryEntry,
): Promise<{ saved: LibraryEntry; replaced?: Removed } | { taken: LibraryEntry }> {
  const name = cleanName(item.name);
  return changing(async (stores) => {
    const taken = await findNamed(stores, name);
    if (!taken) return { saved: await put(stores, { ...item, name }) };
    if (taken.id !== replacing?.id || taken.savedAt !== replacing.savedAt) return { taken };
    const replaced = { entry: taken, document: await answerOf<unknown>(stores.documents.get(taken.id)) };
    // Later than what it replaces, by whatever clock: that is how another tab sees that it is another.
    const savedAt = Math.max(item.savedAt, taken.savedAt + 1);
    return { saved: await put(stores, { ...item, name, savedAt }, taken.id), replaced };
  });
}

/**
 * Adds an experiment beside all others, under a name that is free. One that is there already, the same under the same name,
 * is not added again: then nothing comes back.
 */
export async function addEntry(item: LibraryItem): Promise<LibraryEntry | undefined> {
  return changing(async (stores) => {
    const named = await findNamed(stores, cleanName(item.name));
    if (named && (await isSameAs(stores, named.id, item.document))) return undefined;
    return put(stores, { ...item, name: await free(stores, item.name) });
  });
}

/** A copy of an entry, under a name that is free. */
export async function duplicateEntry(id: string, savedAt: number): Promise<LibraryEntry> {
  return changing(async (stores) => {
    const { entry, document } = await take(stores, id);
    const copy = { ...entry, id: newId(), savedAt, name: await free(stores, entry.name) };
    return keep(stores, copy, document);
  });
}

/** Gives an entry another name; false when that is taken. */
export async function renameEntry(id: string, text: string): Promise<boolean> {
  const name = cleanName(text);
  return changing(async (stores) => {
    const { entry } = await take(stores, id);
    const taken = await findNamed(stores, name);
    if (taken && taken.id !== id) return false;
    await answerOf(stores.entries.put({ ...entry, name }));
    return true;
  });
}

/** Takes an entry out of the library, and gives it. */
export async function removeEntry(id: string): Promise<Removed> {
  return changing(async (stores) => {
    const removed = await take(stores, id);
    await answerOf(stores.entries.delete(id));
    await answerOf(stores.documents.delete(id));
    return removed;
  });
}

/** Puts back what was taken out or written over; where its name was given away, under one that is free. */
export async function restoreEntry({ entry, document }: Removed): Promise<LibraryEntry> {
  return changing(async (stores) => {
    const isThere = (await answerOf(stores.entries.getKey(entry.id))) !== undefined;
    const restored = { ...entry, name: await free(stores, entry.name), ...(isThere ? { id: newId() } : {}) };
    return keep(stores, restored, document);
  });
}

async function changing<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const result = await inTransaction("readwrite", work);
  tellChange();
  return result;
}

function put(stores: Stores, item: LibraryItem, id = newId()): Promise<LibraryEntry> {
  return keep(stores, entryOf(item, id), item.document);
}

async function keep({ entries, documents }: Stores, entry: LibraryEntry, document: unknown) {
  await answerOf(documents.put(document, entry.id));
  await answerOf(entries.put(entry));
  return entry;
}

async function take({ entries, documents }: Stores, id: string): Promise<Removed> {
  const entry = libraryEntrySchema.safeParse(await answerOf<unknown>(entries.get(id)));
  const document = await answerOf<unknown>(documents.get(id));
  if (!entry.success || document === undefined) throw new LibraryFailure("gone");
  return { entry: entry.data, document };
}

async function findNamed({ entries }: Stores, name: string): Promise<LibraryEntry | undefined> {
  return libraryEntrySchema.safeParse(await answerOf<unknown>(entries.index("name").get(name))).data;
}

function free({ entries }: Stores, name: string): Promise<string> {
  return freeName(cleanName(name), async (each) => (await answerOf(entries.index("name").count(each))) > 0);
}

async function isSameAs({ documents }: Stores, id: string, document: LinkDocument): Promise<boolean> {
  return JSON.stringify(await answerOf<unknown>(documents.get(id))) === JSON.stringify(document);
}
