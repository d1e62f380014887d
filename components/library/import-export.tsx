import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { exportEntries } from "./export-entries";
import { importFiles } from "./import-files";
import { listEntries } from "./library-store";
import type { Attempt } from "./use-acts";
import { useFaultPlace, useFileProblemText } from "./use-file-problem-text";

/** Files in and out: chosen, dropped anywhere while the library is open, or written with all that it holds. */
export function ImportExport({ isEmpty, attempt }: { isEmpty: boolean; attempt: Attempt }) {
  const t = useTranslations();
  const problemText = useFileProblemText();
  const placeText = useFaultPlace();
  const input = useRef<HTMLInputElement>(null);
  const importAll = (files: readonly File[]) =>
    attempt(async () => {
      const { added, same, faults, failure } = await importFiles(files, t("app.untitled"));
      return {
        said: t("library.imported", { count: added, same }),
        failure,
        faults: faults.map(({ problem, ...place }) =>
          t("library.notImported", { where: placeText(place), what: problemText(problem) }),
        ),
      };
    });
  const exportAll = () =>
    attempt(async () => {
      // As they are now: what was saved a moment ago may not be listed yet.
      const { entries } = await listEntries();
      const { count, files, faults } = await exportEntries(entries, Date.now());
      return {
        said: t("library.exported", { count, files }),
        faults: faults.map(({ name, problem }) =>
          t("library.notExported", { where: t("library.file", { file: name }), what: problemText(problem) }),
        ),
      };
    });
  const isOver = useDrop((files) => void importAll(files));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" onClick={() => input.current?.click()}>
        {t("library.import")}
      </Button>
      {!isEmpty && (
        <Button size="small" onClick={() => void exportAll()}>
          {t("library.exportAll")}
        </Button>
      )}
      {/* Fingers have nothing to drop. */}
      <p className={`text-xs pointer-coarse:hidden ${isOver ? "font-semibold" : "text-mute"}`}>
        {t(isOver ? "library.dropHere" : "library.drop")}
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".json,application/json"
        onChange={({ target }) => {
          void importAll([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = "";
        }}
      />
    </div>
  );
}

/** Takes files that are dropped anywhere on the page, which would otherwise be left for them; tells when some are above it. */
function useDrop(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    };
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("dragleave", onDragLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("dragleave", onDragLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
  return isOver;
}
