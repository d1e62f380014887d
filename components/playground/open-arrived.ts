import type { ErrorCode } from "@/lib/errors";
import { LINK_MARK } from "@/lib/links/link-mark";
import type { LinkProblem } from "@/lib/links/link-problem";
import type { DeskTools } from "./desk-context";

/** What a link came as: in the fragment, or by the name of one that this server keeps. */
export type Arrived = { link: string } | { linkId: string };

/** Why a link was not opened; with `again` that may help. */
export type LinkFault = {
  problem?: LinkProblem;
  failure?: { code: ErrorCode; message: string };
  again?: () => void;
};

/**
 * Opens the link that the address holds, if it holds one, and takes it out of the address: what it carries would stand in
 * the history for others to see, and a reload would open it over what was changed since. Everything that reads links is
 * fetched for it.
 */
export function openArrived(
  tools: DeskTools,
  onFault: (fault: LinkFault | undefined) => void,
): Promise<void> | undefined {
  const arrived = readAddress(tools.linkId);
  if (!arrived) return undefined;
  stripAddress();
  const open = async () => {
    onFault(undefined);
    try {
      const { openLink } = await import("./open-link");
      onFault(await openLink(tools, arrived, () => void open()));
    } catch {
      onFault({ again: () => void open() });
    }
  };
  return open();
}

function readAddress(linkId: string | undefined): Arrived | undefined {
  if (location.hash.startsWith(LINK_MARK)) return { link: location.hash.slice(LINK_MARK.length) };
  return linkId !== undefined && location.pathname.startsWith("/s/") ? { linkId } : undefined;
}

/** The address of the desk itself, in the same entry of the history. */
function stripAddress(): void {
  const address = location.pathname.startsWith("/s/") ? "/" : location.pathname;
  history.replaceState(history.state, "", address);
  // Once more for Next's router, which listens from a moment later on, and only to states that are not its own: it would
  // put the address that it knows back with the next change of language.
  setTimeout(() => history.replaceState(null, "", address));
}
