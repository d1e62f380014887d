import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { EntryList } from "./entry-list";
import { ImportExport } from "./import-export";
import { OutcomeNotices } from "./outcome-notices";
import { OwnLinksList } from "./own-links-list";
import { SaveForm } from "./save-form";
import { UndoRemoved, type Deletion } from "./undo-removed";
import { useActs } from "./use-acts";
import { useLibrary } from "./use-library";

/** Experiments kept by name in this browser, and the short links that were made in it. */
export default function LibraryPanel() {
  const t = useTranslations("library");
  const library = useLibrary();
  const { outcome, attempt } = useActs();
  const [deletion, setDeletion] = useState<Deletion>();
  const panel = useRef<HTMLDivElement>(null);
  /** As its own button does: focus goes back to where the library was opened from. */
  const close = () => panel.current?.closest("dialog")?.close();
  const failure = outcome.failure ?? (library.state === "failed" ? library.code : undefined);
  return (
    <div ref={panel}>
      <p className="text-sm text-mute">{t("hint")}</p>
      <SaveForm library={library} attempt={attempt} />
      {/* In view wherever in a long list one is. */}
      <div className="sticky top-5 z-10 -mx-1 bg-panel px-1 py-1.5">
        <OutcomeNotices outcome={{ ...outcome, failure }} attempt={attempt} />
        <UndoRemoved deletion={deletion} attempt={attempt} />
      </div>
      {library.state === "loading" && <p className="text-mute">{t("loading")}</p>}
      {library.state === "ready" && (
        <>
          <ImportExport isEmpty={library.entries.length === 0} attempt={attempt} />
          <EntryList
            entries={library.entries}
            attempt={attempt}
            onOpened={close}
            onRemoved={(mayMoveFocus) => setDeletion({ mayMoveFocus })}
          />
          {library.unread > 0 && <Notice tone="warn">{t("unread", { count: library.unread })}</Notice>}
        </>
      )}
      <OwnLinksList />
    </div>
  );
}
