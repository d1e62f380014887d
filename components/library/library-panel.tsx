import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDeskTools } from "@/components/playground/desk-context";
import { Notice } from "@/components/ui/notice";
import { fileNameOf } from "@/lib/library/names";
import { FILE_ENDING } from "@/lib/links/link-file";
import { writeDesk } from "./desk-document";
import { downloadText } from "./download-text";
import { EntryList } from "./entry-list";
import { ImportExport } from "./import-export";
import { OwnLinksList } from "./own-links-list";
import { SaveForm } from "./save-form";
import { UndoRemoved } from "./undo-removed";
import { useActs } from "./use-acts";
import { useFileProblemText } from "./use-file-problem-text";
import { useLibrary } from "./use-library";

/** Experiments kept by name in this browser, and the short links that were made in it. `onOpened`: one is on the desk now. */
export default function LibraryPanel({ onOpened }: { onOpened: () => void }) {
  const t = useTranslations("library");
  const library = useLibrary();
  const { said, failure, attempt } = useActs();
  const [deletions, setDeletions] = useState(0);
  const { store } = useDeskTools();
  const code = failure ?? (library.state === "failed" ? library.code : undefined);
  const problemText = useFileProblemText();
  const saveFile = () =>
    attempt(async () => {
      const written = writeDesk(store.get());
      if ("problem" in written) return t("unsavable", { what: problemText(written.problem) });
      const name = fileNameOf(written.document.title) || "fader";
      downloadText(`${name}${FILE_ENDING}`, written.text);
      return undefined;
    });
  return (
    <>
      <p className="text-sm text-mute">{t("hint")}</p>
      <SaveForm attempt={attempt} />
      <p role="status" className="mt-1.5 min-h-5 text-sm wrap-anywhere">
        {said}
      </p>
      {code && (
        <Notice
          tone="error"
          action={code === "gone" ? undefined : { label: t("saveFile"), onClick: () => void saveFile() }}
        >
          {t(`failures.${code}`)}
        </Notice>
      )}
      <UndoRemoved deletions={deletions} attempt={attempt} />
      {library.state === "loading" && <p className="text-mute">{t("loading")}</p>}
      {library.state === "ready" && (
        <>
          <EntryList
            entries={library.entries}
            attempt={attempt}
            onOpened={onOpened}
            onRemoved={() => setDeletions(deletions + 1)}
          />
          {library.unread > 0 && <Notice tone="warn">{t("unread", { count: library.unread })}</Notice>}
          <ImportExport entries={library.entries} attempt={attempt} />
        </>
      )}
      <OwnLinksList />
    </>
  );
}
