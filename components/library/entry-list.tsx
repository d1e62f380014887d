import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { useDeskTools } from "@/components/playground/desk-context";
import { openLinkDocument } from "@/components/playground/open-link";
import { watchFocus } from "@/components/ui/focus";
import { TextButton } from "@/components/ui/text-button";
import { TextField } from "@/components/ui/text-field";
import type { LibraryEntry } from "@/lib/library/library-entry";
import { searchEntries } from "@/lib/library/search-entries";
import { EntryRow, type EntryActs } from "./entry-row";
import { exportEntry } from "./export-entries";
import { duplicateEntry, readEntry, removeEntry } from "./library-store";
import { noteRemoved } from "./removed-entries";
import type { Attempt } from "./use-acts";
import { useFileProblemText } from "./use-file-problem-text";

/** So many are listed until one asks for more: a long list would take long to draw. */
const LISTED = 50;

type EntryListProps = {
  entries: readonly LibraryEntry[];
  attempt: Attempt;
  onOpened: () => void;
  /** Something is deleted, and may be had back; whether focus may go there. */
  onRemoved: (mayMoveFocus: () => boolean) => void;
};

/** The experiments of the library, the newest first, with a search through them. */
export function EntryList({ entries, attempt, onOpened, onRemoved }: EntryListProps) {
  const t = useTranslations("library");
  const acts = useEntryActs(attempt, onOpened, onRemoved);
  const [query, setQuery] = useState("");
  const [listed, setListed] = useState(LISTED);
  const found = searchEntries(entries, useDeferredValue(query));
  if (entries.length === 0) return <p className="mt-3 text-mute">{t("none")}</p>;
  const left = found.length - listed;
  return (
    <section aria-label={t("list")} className="mt-3">
      <div className="flex items-end gap-3">
        <TextField
          type="search"
          label={t("search")}
          value={query}
          onChange={(text) => {
            setQuery(text);
            setListed(LISTED);
          }}
        />
        <p role="status" className="pb-2 text-xs whitespace-nowrap text-mute">
          {query.trim() === ""
            ? t("count", { count: entries.length })
            : t("found", { found: found.length, all: entries.length })}
        </p>
      </div>
      {found.length === 0 && <p className="mt-3 text-mute">{t("noneFound")}</p>}
      <ul className="mt-2">
        {found.slice(0, listed).map((entry) => (
          <EntryRow key={entry.id} entry={entry} acts={acts} attempt={attempt} />
        ))}
      </ul>
      {left > 0 && (
        <TextButton onClick={() => setListed(listed + LISTED)}>{t("more", { count: left })}</TextButton>
      )}
    </section>
  );
}

function useEntryActs(
  attempt: Attempt,
  onOpened: () => void,
  onRemoved: EntryListProps["onRemoved"],
): EntryActs {
  const t = useTranslations("library");
  const problemText = useFileProblemText();
  const tools = useDeskTools();
  return {
    open: ({ id, name }) =>
      void attempt(async () => {
        const read = await readEntry(id);
        if ("problem" in read)
          return { faults: [t("unreadable", { name, what: problemText(read.problem) })] };
        openLinkDocument(tools, read.document, { from: "library", title: name });
        onOpened();
        return undefined;
      }),
    duplicate: ({ id }) =>
      void attempt(async () => {
        const { name } = await duplicateEntry(id, Date.now());
        return t("duplicated", { name });
      }),
    exportOne: (entry) =>
      void attempt(async () => {
        const problem = await exportEntry(entry);
        const where = t("file", { file: entry.name });
        return problem && { faults: [t("notExported", { where, what: problemText(problem) })] };
      }),
    remove: ({ id }) =>
      void attempt(async () => {
        const mayMoveFocus = watchFocus();
        noteRemoved(await removeEntry(id));
        onRemoved(mayMoveFocus);
        return undefined;
      }),
  };
}
