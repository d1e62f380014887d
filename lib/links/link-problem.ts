import { findProblem, type FieldProblem } from "../field-problem";
import { findPollutedKey } from "../polluted-keys";
import { linkDocumentSchema, LINK_VERSION, type LinkDocument } from "./link-document";

/**
 * Why a link or a file cannot be read or written; `lib/messages` has `links.problems.<code>` for each. Sizes are bytes,
 * lengths characters.
 */
export type LinkProblem =
  | { code: "notALink" | "notAFile" | "damaged" | "browserTooOld" }
  | { code: "newer"; version: number }
  | { code: "tooLong"; length: number; limit: number }
  | { code: "tooLarge"; limit: number }
  | { code: "invalid"; path: string; problem: FieldProblem };

export type LinkRead = { document: LinkDocument } | { problem: LinkProblem };

/** Checks every field of what came from outside; nothing is kept that has no place in a document. */
export function checkLinkDocument(value: unknown): LinkRead {
  const polluted = findPollutedKey(value);
  if (polluted !== undefined)
    return { problem: { code: "invalid", path: polluted, problem: { kind: "forbiddenKey" } } };
  const version = versionOf(value);
  if (version !== undefined && version > LINK_VERSION) return { problem: { code: "newer", version } };
  const read = linkDocumentSchema.safeParse(value);
  if (read.success) return { document: read.data };
  return { problem: { code: "invalid", ...findProblem(read.error, value) } };
}

/** The version that a document says it has, where it says one. */
export function versionOf(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "fader")) return undefined;
  const { fader } = value as { fader: unknown };
  return typeof fader === "number" && Number.isSafeInteger(fader) && fader > 0 ? fader : undefined;
}
