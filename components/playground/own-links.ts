import * as z from "zod/mini";
import type { CreatedLink } from "@/lib/links/short-link";

const KEY = "fader.links";

/** A short link that was made in this browser: what its maker was told, of which experiment, and when (ISO 8601). */
export type OwnLink = CreatedLink & { title: string; createdAt: string };

const ownLinks = z.array(
  z.object({
    id: z.string(),
    url: z.string(),
    deleteKey: z.string(),
    expiresAt: z.string(),
    title: z.string(),
    createdAt: z.string(),
  }),
);

/** The short links made in this browser that have not expired, the newest first; none where there is no storage. */
export function listOwnLinks(now = Date.now()): OwnLink[] {
  try {
    const read = ownLinks.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
    return read.success ? read.data.filter(({ expiresAt }) => Date.parse(expiresAt) > now) : [];
  } catch {
    return [];
  }
}

/** Remembers a link; false when the browser keeps nothing, or nothing more: then its delete key must be shown. */
export function addOwnLink(link: OwnLink): boolean {
  return write([link, ...listOwnLinks().filter(({ id }) => id !== link.id)]);
}

/** Forgets a link; deleting it is `deleteLink`'s. */
export function removeOwnLink(id: string): boolean {
  return write(listOwnLinks().filter((link) => link.id !== id));
}

function write(links: readonly OwnLink[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(links));
    return true;
  } catch {
    return false;
  }
}
