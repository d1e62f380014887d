import { encodeLink } from "./link-codec";
import type { LinkDocument } from "./link-document";
import type { LinkProblem } from "./link-problem";

/** A document with its size as JSON, in bytes of UTF-8, and its link or why there can be none. */
export type MeasuredLink = { document: LinkDocument; bytes: number } & (
  { link: string } | { problem: LinkProblem }
);

export async function measureLink(document: LinkDocument): Promise<MeasuredLink> {
  const bytes = new TextEncoder().encode(JSON.stringify(document)).length;
  return { document, bytes, ...(await encodeLink(document)) };
}
