import { LIBRARY_LIMITS, readExperimentFile } from "@/lib/library/library-file";
import { LibraryFailure } from "./database";
import { addEntry } from "./library-store";
import type { ImportFault } from "./use-file-problem-text";

/** What came of an import: how many were added, how many were there already, what was not, and why the storage ended it. */
export type Imported = {
  added: number;
  same: number;
  faults: ImportFault[];
  failure?: LibraryFailure["code"];
};

/** Adds what is good in these files to the library, one after another; a bad one keeps no other out. */
export async function importFiles(files: readonly File[], untitled: string): Promise<Imported> {
  const imported: Imported = { added: 0, same: 0, faults: [] };
  try {
    for (const file of files) await importFile(file, untitled, imported);
  } catch (error) {
    if (!(error instanceof LibraryFailure)) throw error;
    imported.failure = error.code;
  }
  return imported;
}

async function importFile(file: File, untitled: string, imported: Imported): Promise<void> {
  const read = await readFile(file, untitled);
  imported.faults.push(...read.faults);
  for (const item of read.items) {
    if (await addEntry(item)) imported.added += 1;
    else imported.same += 1;
  }
}

async function readFile(file: File, untitled: string) {
  const failed = (problem: ImportFault["problem"]) => ({
    items: [],
    faults: [{ file: file.name, problem }],
  });
  // Before a byte of it is read.
  if (file.size > LIBRARY_LIMITS.fileBytes)
    return failed({ code: "tooLarge", limit: LIBRARY_LIMITS.fileBytes });
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return failed({ code: "unreadable" });
  const text = textOf(bytes);
  if (text === undefined) return failed({ code: "notAFile" });
  const read = readExperimentFile(text, { fileName: file.name, untitled, now: Date.now() });
  return { items: read.items, faults: read.faults.map((fault) => ({ file: file.name, ...fault })) };
}

function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
