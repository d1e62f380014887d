import * as z from "zod/mini";
import { findProblem } from "../field-problem";
import { LINK_LIMITS } from "../links/link-limits";
import { checkLinkDocument, versionOf, type LinkProblem } from "../links/link-problem";
import { nameSchema, savedAtSchema, type LibraryItem } from "./library-entry";
import { cleanName, nameOfFile } from "./names";

/** The version of a library's file that is written. Older ones stay readable. */
const LIBRARY_VERSION = 1;

/** Caps on one file of a library; a larger library is written as several. */
export const LIBRARY_LIMITS = { fileBytes: 32 * 1024 * 1024, experiments: 1000 } as const;

/**
 * A whole library as a file: `{"faderLibrary": 1, "experiments": [{name, savedAt, experiment}]}`, where `savedAt` is
 * milliseconds since 1970 and `experiment` what a `.fader.json` file holds (`lib/links/link-document.ts`).
 */
const librarySchema = z.strictObject({
  faderLibrary: z.literal(LIBRARY_VERSION),
  experiments: z.array(z.unknown()).check(z.maxLength(LIBRARY_LIMITS.experiments)),
});
const itemSchema = z.strictObject({ name: nameSchema, savedAt: savedAtSchema, experiment: z.unknown() });

/** What is wrong with one experiment of a file: its name, else its place counted from 1; neither means the whole file. */
export type FileFault = { name?: string; place?: number; problem: LinkProblem };

/** What a file gives: its good experiments, and what is wrong with the others. */
export type FileRead = { items: LibraryItem[]; faults: FileFault[] };

/** Experiments as the texts of as few files as hold them. */
export function writeLibraryFiles(items: readonly LibraryItem[]): string[] {
  const files: string[][] = [[]];
  let bytes = 0;
  for (const { name, savedAt, document } of items) {
    const line = JSON.stringify({ name, savedAt, experiment: document });
    const size = new TextEncoder().encode(line).length + 2;
    const last = files.at(-1) ?? [];
    const isFull = last.length >= LIBRARY_LIMITS.experiments || bytes + size > FILE_ROOM;
    if (isFull) files.push([]);
    bytes = isFull ? size : bytes + size;
    files.at(-1)?.push(line);
  }
  return files.map(
    (lines) => `{"faderLibrary":${LIBRARY_VERSION},"experiments":[\n${lines.join(",\n")}\n]}\n`,
  );
}

/** What the lines of a file may take, beside what stands around them. */
const FILE_ROOM = LIBRARY_LIMITS.fileBytes - 100;

/**
 * Reads the text of a file, of one experiment or of a library: what was written here, or what somebody wrote by hand. One
 * that has no title is called like its file, or `untitled`, and was saved `now`. Never throws.
 */
export function readExperimentFile(
  text: string,
  { fileName, untitled, now }: { fileName: string; untitled: string; now: number },
): FileRead {
  let value: unknown;
  try {
    // An editor may have put a mark before it.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return failed({ code: "notAFile" });
  }
  if (versionOf(value) === undefined) return readLibrary(value);
  if (text.length > LINK_LIMITS.fileBytes) return failed({ code: "tooLarge", limit: LINK_LIMITS.fileBytes });
  const read = checkLinkDocument(value);
  if ("problem" in read) return failed(read.problem);
  const name = cleanName(read.document.title) || nameOfFile(fileName) || untitled;
  return { items: [{ name, savedAt: now, document: read.document }], faults: [] };
}

function readLibrary(value: unknown): FileRead {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "faderLibrary"))
    return failed({ code: "notAFile" });
  const { faderLibrary: version } = value as { faderLibrary: unknown };
  if (typeof version === "number" && version > LIBRARY_VERSION) return failed({ code: "newer", version });
  const library = librarySchema.safeParse(value);
  if (!library.success) return failed({ code: "invalid", ...findProblem(library.error, value) });
  const result: FileRead = { items: [], faults: [] };
  for (const [index, each] of library.data.experiments.entries()) {
    const read = readItem(each);
    if (!("problem" in read)) result.items.push(read);
    else result.faults.push({ ...namedOr(each, index + 1), problem: read.problem });
  }
  return result;
}

function readItem(value: unknown): LibraryItem | { problem: LinkProblem } {
  const item = itemSchema.safeParse(value);
  if (!item.success) return { problem: { code: "invalid", ...findProblem(item.error, value) } };
  const name = cleanName(item.data.name);
  if (name === "") return { problem: { code: "invalid", path: "name", problem: { kind: "form" } } };
  const read = checkLinkDocument(item.data.experiment);
  return "problem" in read ? read : { name, savedAt: item.data.savedAt, document: read.document };
}

function namedOr(value: unknown, place: number): Pick<FileFault, "name" | "place"> {
  const name = nameSchema.safeParse((value as { name?: unknown } | null)?.name);
  return name.success ? { name: name.data } : { place };
}

function failed(problem: LinkProblem): FileRead {
  return { items: [], faults: [{ problem }] };
}
