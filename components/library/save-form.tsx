import { useRef, useState, type FormEvent } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useDeskTools } from "@/components/playground/desk-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { LibraryEntry } from "@/lib/library/library-entry";
import { cleanName, NAME_CHARACTERS } from "@/lib/library/names";
import { momentText } from "./date-texts";
import { writeDesk, type Written } from "./desk-document";
import { addEntry, saveEntry } from "./library-store";
import { noteRemoved } from "./removed-entries";
import type { Attempt } from "./use-acts";
import { useFileProblemText } from "./use-file-problem-text";
import type { Library } from "./use-library";

/** Saves the desk under a name. What has that name already is never written over unasked. */
export function SaveForm({ library, attempt }: { library: Library; attempt: Attempt }) {
  const t = useTranslations();
  const locale = useLocale();
  const { store, runs } = useDeskTools();
  const problemText = useFileProblemText();
  const [name, setName] = useState(() => {
    const { link, experiment } = store.get();
    return link?.from === "library" ? link.title : experiment.title.trim() || t("app.untitled");
  });
  const [error, setError] = useState<string>();
  const [taken, setTaken] = useState<LibraryEntry>();
  const [seen, setSeen] = useState(library);
  if (library !== seen) {
    setSeen(library);
    // What was deleted or renamed since is in nobody's way any more.
    if (library.state === "ready" && !library.entries.some((each) => isSame(each, taken)))
      setTaken(undefined);
  }
  const form = useRef<HTMLFormElement>(null);
  const change = (text: string) => {
    setName(text);
    setError(undefined);
    setTaken(undefined);
  };

  /** The desk as it is now goes into the library; `add` does it and says what came of it. */
  const save = (add: (item: Written & { name: string; savedAt: number }) => Promise<string | undefined>) =>
    attempt(async () => {
      const written = writeDesk(store.get());
      if ("problem" in written) {
        setError(t("library.unsavable", { what: problemText(written.problem) }));
        return undefined;
      }
      return add({ ...written, name: cleanName(name), savedAt: Date.now() });
    });
  const saidOf = (saved: LibraryEntry, { isShort }: Written) => {
    const said = t(isShort ? "library.savedShort" : "library.saved", { name: saved.name });
    return runs.isBusy() ? t("library.stillWriting", { said }) : said;
  };
  const saveUnless = (replacing?: LibraryEntry) =>
    save(async (item) => {
      const result = await saveEntry(item, replacing);
      setTaken("taken" in result ? result.taken : undefined);
      if ("taken" in result) return undefined;
      if (result.replaced) noteRemoved(result.replaced, true);
      return saidOf(result.saved, item);
    });
  const keepBoth = () =>
    save(async (item) => {
      const saved = await addEntry(item);
      return saved ? saidOf(saved, item) : t("library.sameThere", { name: item.name });
    });
  /** A question that is answered is gone, and with it the button that had focus. */
  const answer = (act: () => Promise<void>) => {
    setTaken(undefined);
    form.current?.querySelector<HTMLElement>("[type=submit]")?.focus();
    void act();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (cleanName(name) === "") setError(t("library.nameNeeded"));
    else void saveUnless();
  };
  return (
    <form ref={form} onSubmit={onSubmit} className="mt-3">
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t("library.name")}
          value={name}
          maxLength={NAME_CHARACTERS}
          error={error}
          onChange={change}
        />
        <Button type="submit">{t("library.save")}</Button>
      </div>
      {taken && (
        <div className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-lg border border-warn px-3.5 py-2">
          <p role="alert" className="min-w-0 flex-1 basis-40 wrap-anywhere">
            {t("library.taken", { name: taken.name, date: momentText(taken.savedAt, locale) })}
          </p>
          <div className="flex gap-3">
            <Button size="small" onClick={() => answer(() => saveUnless(taken))}>
              {t("library.replace")}
            </Button>
            <Button size="small" onClick={() => answer(keepBoth)}>
              {t("library.keepBoth")}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}

const isSame = (entry: LibraryEntry, other?: LibraryEntry) =>
  entry.id === other?.id && entry.name === other.name;
