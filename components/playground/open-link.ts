import { fromLinkDocument } from "@/lib/links/from-link-document";
import { decodeLink } from "@/lib/links/link-codec";
import type { LinkDocument } from "@/lib/links/link-document";
import { newId } from "@/lib/new-id";
import type { Desk, DeskLink } from "@/lib/playground/experiment";
import { settledDesk } from "@/lib/playground/settled-desk";
import type { DeskTools } from "./desk-context";
import { fetchLink, LinkFailure } from "./links-client";
import { loadOwnDesk } from "./load-desk";
import type { Arrived, LinkFault } from "./open-arrived";
import { watchLink } from "./watch-link";

/** Reads a link and fills the desk with it; gives why not. The desk stays as it was when it cannot be read. */
export async function openLink(
  tools: DeskTools,
  arrived: Arrived,
  again: () => void,
): Promise<LinkFault | undefined> {
  if ("linkId" in arrived) return openShortLink(tools, arrived.linkId, again);
  const read = await decodeLink(arrived.link);
  if ("problem" in read) return read;
  openLinkDocument(tools, read.document);
  return undefined;
}

async function openShortLink(
  tools: DeskTools,
  id: string,
  again: () => void,
): Promise<LinkFault | undefined> {
  try {
    openLinkDocument(tools, await fetchLink(id));
    return undefined;
  } catch (error) {
    if (!(error instanceof LinkFailure)) throw error;
    const { code, message } = error;
    return { failure: { code, message }, ...(code === "network" ? { again } : {}) };
  }
}

/**
 * Fills the desk with a document, however it came: from a link, a short link, a file or, as `origin` says, from elsewhere.
 * What was on the desk is written down first and stays where it is, one press away. Nothing is run.
 */
export function openLinkDocument(
  { store, runs, keeping }: DeskTools,
  document: LinkDocument,
  origin?: Pick<DeskLink, "from" | "title">,
): void {
  runs.stop();
  keeping.save();
  const { undo: _, ...before } = store.get();
  keeping.storage.linked.startAnew();
  watchLink(store);
  const isWork = before.link !== undefined && before.link.since !== "opened";
  const opened = fromLinkDocument(document, newId);
  const desk: Desk = {
    ...opened,
    ...(opened.link && origin ? { link: { ...opened.link, ...origin } } : {}),
    ...(isWork ? { undo: { before: settledDesk(before), act: "linkReplaced" } } : {}),
  };
  store.dispatch({ type: "load", desk });
  // A reload shows it again, though it is no longer in the address.
  keeping.save();
}

/** Puts the visitor's own desk back, or the first one where there is none; the link's stays one press away. */
export function backToOwnDesk({ store, runs, keeping }: DeskTools): void {
  runs.stop();
  keeping.save();
  const { undo: _, ...linked } = store.get();
  const { undo: __, ...own } = keeping.leftDesk() ?? loadOwnDesk(keeping.storage) ?? store.first;
  const desk: Desk = { ...settledDesk(own), undo: { before: settledDesk(linked), act: "linkLeft" } };
  store.dispatch({ type: "load", desk });
  keeping.save();
}
