import type { LibraryEntry } from "./library-entry";

/** The entries that hold every word of a query, in their name, their models or what they ask. */
export function searchEntries(entries: readonly LibraryEntry[], query: string): readonly LibraryEntry[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return entries;
  return entries.filter(({ name, models, begin }) => {
    const text = folded([name, ...models, begin].join("\n"));
    return words.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
