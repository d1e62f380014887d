import { fromBase64Url, toBase64Url } from "./base64url";
import { canDeflate, deflate, inflate } from "./deflate";
import { LINK_VERSION, type LinkDocument } from "./link-document";
import { LINK_LIMITS } from "./link-limits";
import { checkLinkDocument, versionOf, type LinkProblem, type LinkRead } from "./link-problem";

export type LinkWritten = { link: string } | { problem: LinkProblem };

/**
 * A document as `1.<data>`: version, then its JSON, deflated, in base64url. A document that a reader would refuse, or that
 * makes a link too long, is a problem here already.
 */
export async function encodeLink(document: LinkDocument): Promise<LinkWritten> {
  if (!canDeflate()) return { problem: { code: "browserTooOld" } };
  const checked = checkLinkDocument(document);
  if ("problem" in checked) return checked;
  const bytes = new TextEncoder().encode(JSON.stringify(checked.document));
  if (bytes.length > LINK_LIMITS.documentBytes)
    return { problem: { code: "tooLarge", limit: LINK_LIMITS.documentBytes } };
  const link = `${LINK_VERSION}.${toBase64Url(await deflate(bytes))}`;
  const problem = tooLong(link);
  return problem ? { problem } : { link };
}

/** Reads what `encodeLink` wrote, of this version or an older one. Never throws, whatever the text is. */
export async function decodeLink(link: string): Promise<LinkRead> {
  const problem = tooLong(link);
  if (problem) return { problem };
  const [, written, data = ""] = /^([1-9]\d{0,5})\.([\w-]+)$/.exec(link) ?? [];
  const version = Number(written);
  if (written === undefined)
    return { problem: { code: /^[1-9]\d{0,5}\./.test(link) ? "damaged" : "notALink" } };
  if (version > LINK_VERSION) return { problem: { code: "newer", version } };
  const deflated = fromBase64Url(data);
  if (!deflated) return { problem: { code: "damaged" } };
  const inflated = await inflate(deflated, LINK_LIMITS.documentBytes);
  if ("problem" in inflated)
    return {
      problem:
        inflated.problem === "tooLarge"
          ? { code: "tooLarge", limit: LINK_LIMITS.documentBytes }
          : { code: inflated.problem },
    };
  const value = parsed(inflated.bytes);
  // A link says its version twice, and both must be the same.
  if (versionOf(value) !== version) return { problem: { code: "damaged" } };
  return checkLinkDocument(value);
}

function tooLong(link: string): LinkProblem | undefined {
  const limit = LINK_LIMITS.linkCharacters;
  return link.length > limit ? { code: "tooLong", length: link.length, limit } : undefined;
}

/** The JSON in these bytes; undefined when they are no text, or the text is no JSON. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
