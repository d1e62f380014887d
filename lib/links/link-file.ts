import type { LinkDocument } from "./link-document";
import { LINK_LIMITS } from "./link-limits";
import { checkLinkDocument, versionOf, type LinkProblem, type LinkRead } from "./link-problem";

/** How such a file's name ends. */
export const FILE_ENDING = ".fader.json";

/** A document as the text of a file, for people to read too; a document that could not be read again is a problem. */
export function writeLinkFile(document: LinkDocument): { text: string } | { problem: LinkProblem } {
  const checked = checkLinkDocument(document);
  if ("problem" in checked) return checked;
  const text = `${JSON.stringify(checked.document, null, 2)}\n`;
  return fits(text) ? { text } : { problem: TOO_LARGE };
}

/** Reads a file's text: what `writeLinkFile` wrote, or what somebody wrote by hand. Never throws. */
export function readLinkFile(text: string): LinkRead {
  if (!fits(text)) return { problem: TOO_LARGE };
  let value: unknown;
  try {
    // An editor may have put a mark before it.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: { code: "notAFile" } };
  }
  return versionOf(value) === undefined ? { problem: { code: "notAFile" } } : checkLinkDocument(value);
}

const TOO_LARGE: LinkProblem = { code: "tooLarge", limit: LINK_LIMITS.fileBytes };

/** Whether a text is small enough, in bytes; a character is three at most, so that most need not be encoded. */
function fits(text: string): boolean {
  const { fileBytes } = LINK_LIMITS;
  if (text.length > fileBytes) return false;
  return text.length * 3 <= fileBytes || new TextEncoder().encode(text).length <= fileBytes;
}
