import * as z from "zod/mini";

/** Each link under a key of its own: tabs that add and remove at the same time never write over one another. */
const PREFIX = "fader.ownLink.";

const ownLink = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  deleteKey: z.string(),
  expiresAt: z.string().check(z.refine((text) => Number.isFinite(Date.parse(text)))),
});

/** A short link that was made in this browser, with the key that deletes it. `expiresAt` is ISO 8601 in UTC. */
export type OwnLink = z.infer<typeof ownLink>;

/** The short links that were made in this browser, those that are kept longest first; none where nothing is kept. */
export function ownLinks(): OwnLink[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => readLink(localStorage.getItem(key) ?? ""))
      .toSorted((a, b) => (a.expiresAt < b.expiresAt ? 1 : -1));
  } catch {
    return [];
  }
}

/** Notes a link that was made; false when this browser cannot keep it. */
export function addOwnLink(link: OwnLink): boolean {
  try {
    localStorage.setItem(PREFIX + link.id, JSON.stringify(link));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a link, whether or not it still opens. */
export function removeOwnLink(id: string): void {
  localStorage.removeItem(PREFIX + id);
}

function readLink(text: string): OwnLink[] {
  try {
    const read = ownLink.safeParse(JSON.parse(text));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
}
