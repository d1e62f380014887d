import { writeLinkFile } from "@/lib/links/link-file";
import type { LinkDocument, LockableControl } from "@/lib/links/link-document";
import type { LinkProblem } from "@/lib/links/link-problem";
import { toLinkDocument, type LinkChoice } from "@/lib/links/to-link-document";
import type { Desk } from "@/lib/playground/experiment";

/** A desk as a document, the text of its file, and whether only the answers on show found room in it. */
export type Written = { document: LinkDocument; text: string; isShort: boolean };

/** The desk with all its answers or, where that is too much, with those on show; or why it cannot be kept. */
export function writeDesk(desk: Desk): Written | { problem: LinkProblem } {
  const whole = write(desk, "all");
  if (!("problem" in whole)) return { ...whole, isShort: false };
  if (whole.problem.code !== "tooLarge") return whole;
  const short = write(desk, "shown");
  return "problem" in short ? short : { ...short, isShort: true };
}

function write(desk: Desk, answers: LinkChoice["answers"]) {
  const { lock, hide } = desk.link ?? {};
  const document = toLinkDocument(desk, {
    answers,
    lock: lock as LockableControl[] | undefined,
    hide: hide as LockableControl[] | undefined,
  });
  const written = writeLinkFile(document);
  return "problem" in written ? written : { document, text: written.text };
}
