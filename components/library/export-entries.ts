import { saveFile } from "@/components/ui/save-file";
import type { LibraryEntry, LibraryItem } from "@/lib/library/library-entry";
import { writeLibraryFiles } from "@/lib/library/library-file";
import { fileNameOf } from "@/lib/links/file-name";
import { FILE_ENDING, writeLinkFile } from "@/lib/links/link-file";
import type { LinkProblem } from "@/lib/links/link-problem";
import { LibraryFailure } from "./database";
import { readEntry } from "./library-store";

/** What a file is called whose name has nothing that a file may be called. */
const NAMELESS = "fader";

/** An entry that was not exported, and why. */
export type ExportFault = { name: string; problem: LinkProblem };

/** Saves one entry as a file of its own; gives why not. */
export async function exportEntry({ id, name }: LibraryEntry): Promise<LinkProblem | undefined> {
  const read = await readEntry(id);
  if ("problem" in read) return read.problem;
  const written = writeLinkFile(read.document);
  if ("problem" in written) return written.problem;
  saveFile(fileNameOf(name, NAMELESS), written.text);
  return undefined;
}

/** Saves all these entries as one file, or as few as hold them. */
export async function exportEntries(
  entries: readonly LibraryEntry[],
  now: number,
): Promise<{ count: number; files: number; faults: ExportFault[] }> {
  const items: LibraryItem[] = [];
  const faults: ExportFault[] = [];
  for (const { id, name, savedAt } of entries) {
    const read = await readEntry(id).catch(unlessGone);
    if (!read) continue;
    if ("problem" in read) faults.push({ name, problem: read.problem });
    else items.push({ name, savedAt, document: read.document });
  }
  const files = items.length === 0 ? [] : writeLibraryFiles(items);
  const day = new Date(now).toISOString().slice(0, 10);
  for (const [index, text] of files.entries()) {
    const part = files.length === 1 ? "" : `-${index + 1}-of-${files.length}`;
    saveFile(`fader-library-${day}${part}${FILE_ENDING}`, text);
  }
  return { count: items.length, files: files.length, faults };
}

/** What another tab deletes meanwhile is no longer asked for. */
function unlessGone(error: unknown): undefined {
  if (!(error instanceof LibraryFailure) || error.code !== "gone") throw error;
}
