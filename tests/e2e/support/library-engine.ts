import * as store from "@/components/library/library-store";
import type { LibraryEntry } from "@/lib/library/library-entry";
import type { LinkDocument } from "@/lib/links/link-document";

const documentOf = (message: string): LinkDocument => ({
  fader: 1,
  title: "",
  system: "",
  message,
  turns: [],
  panes: [{ model: "built-in/sprout", parameters: {} }],
  view: "plain",
});

/** What a tab did: what it added and still has, by what it asks, and what it took out. */
export type TabWork = { kept: string[]; removed: string[] };

/**
 * Saves, adds, copies, renames, removes and restores under few names, as fast as it can, from its own random numbers; what
 * it removes is of its own making.
 */
export async function workHard(tab: string, seed: number, acts: number): Promise<TabWork> {
  const own = new Map<string, string>();
  const removed: string[] = [];
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let act = 0; act < acts; act += 1) {
    const name = `Name ${next(3)}`;
    const message = `${tab} ${act}`;
    const item = { name, savedAt: act, document: documentOf(message) };
    const [some] = [...own][next(own.size)] ?? [];
    switch (next(6)) {
      case 0: {
        const result = await store.saveEntry(item);
        if ("saved" in result) own.set(message, result.saved.id);
        break;
      }
      case 1: {
        const id = some && own.get(some);
        if (id) await store.renameEntry(id, name);
        break;
      }
      case 2: {
        const id = some && own.get(some);
        if (!some || !id) break;
        const gone = await store.removeEntry(id);
        own.delete(some);
        if (next(2) === 0) removed.push(some);
        else own.set(some, (await store.restoreEntry(gone)).id);
        break;
      }
      default: {
        const added = await store.addEntry(item);
        if (added) own.set(message, added.id);
      }
    }
  }
  return { kept: [...own.keys()], removed };
}

/** Everything that is kept: each name with what its document asks. */
export async function everything(): Promise<[name: string, message: string][]> {
  const { entries } = await store.listEntries();
  return Promise.all(
    entries.map(async ({ id, name }): Promise<[string, string]> => {
      const read = await store.readEntry(id);
      return [name, "document" in read ? read.document.message : "?"];
    }),
  );
}

/** Saves under a name; gives what has that name already, as it is now. */
export async function saveNamed(name: string, message: string): Promise<LibraryEntry | undefined> {
  const result = await store.saveEntry({ name, savedAt: 1, document: documentOf(message) });
  return "taken" in result ? result.taken : undefined;
}

/** Replaces an entry as it was when it was looked up; false where another tab was there in between. */
export async function replace(found: LibraryEntry, message: string): Promise<boolean> {
  const item = { name: found.name, savedAt: 1, document: documentOf(message) };
  return "saved" in (await store.saveEntry(item, found));
}
