import { expect, type Page } from "@playwright/test";
import { encodeLink } from "@/lib/links/link-codec";
import type { LinkDocument } from "@/lib/links/link-document";
import { toLinkDocument } from "@/lib/links/to-link-document";
import type { Desk } from "@/lib/playground/experiment";
import { readStoredDesk } from "@/lib/playground/read-stored-desk";

/** A small link: one pane, one message, and a title. */
export const SMALL_DOCUMENT: LinkDocument = {
  fader: 1,
  title: "A riddle",
  system: "",
  message: "What color is snow?",
  turns: [],
  panes: [{ model: "built-in/sprout", parameters: { temperature: 0, seed: 3 } }],
  view: "plain",
};

/** The address of a document's link. */
export async function addressOf(document: LinkDocument): Promise<string> {
  const written = await encodeLink(document);
  if ("problem" in written) throw new Error(`no link: ${JSON.stringify(written.problem)}`);
  return `/#e=${written.link}`;
}

/** Opens an address in a page that has not been anywhere yet, or has: both load it anew. */
export async function openAddress(page: Page, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.locator("html[data-ready]")).toBeAttached();
}

/** Opens an address in a page whose desk is there: only its fragment changes. */
export async function openHere(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), address.slice(1));
  await expect(page).toHaveURL(/\/$/);
}

/** Has the page write down now what it would within a second: it does so whenever it is shown or hidden. */
export async function keepNow(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

/** What this tab keeps: its own desk, or the one that came with a link. */
export async function keptDesk(page: Page, kind: "desk" | "linked"): Promise<Desk | undefined> {
  await keepNow(page);
  const text = await page.evaluate((name) => {
    const tab = sessionStorage.getItem(name === "desk" ? "fader.tab" : "fader.linked");
    return localStorage.getItem(`fader.${name}.${tab}`) ?? "";
  }, kind);
  return readStoredDesk(text)?.desk;
}

/** The desk that this tab keeps, as a document with everything in it. */
export async function keptDocument(page: Page, kind: "desk" | "linked"): Promise<LinkDocument> {
  const desk = await keptDesk(page, kind);
  if (!desk) throw new Error(`no ${kind} is kept`);
  return toLinkDocument(desk, { answers: "all" });
}

/** Counts the runs that leave the page. */
export function countRuns(page: Page): () => number {
  let runs = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/run") runs += 1;
  });
  return () => runs;
}
