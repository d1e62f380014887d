import { useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { hasLostFocus } from "@/components/ui/focus";
import { MenuButton } from "@/components/ui/menu";
import type { LibraryEntry } from "@/lib/library/library-entry";
import { momentText } from "./date-texts";
import { RenameForm } from "./rename-form";
import type { Attempt } from "./use-acts";

export type EntryActs = {
  open: (entry: LibraryEntry) => void;
  duplicate: (entry: LibraryEntry) => void;
  exportOne: (entry: LibraryEntry) => void;
  remove: (entry: LibraryEntry) => void;
};

/** So many models are named in a line of the list. */
const MODELS_NAMED = 3;

/** One experiment of the library: what it is, the way to open it, and the rest in a menu. */
export function EntryRow({
  entry,
  acts,
  attempt,
}: {
  entry: LibraryEntry;
  acts: EntryActs;
  attempt: Attempt;
}) {
  const t = useTranslations("library");
  const locale = useLocale();
  const [isRenaming, setRenaming] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    // The field that had focus is gone.
    if (wasRenaming.current && !isRenaming && hasLostFocus())
      row.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  const { name, savedAt, panes, models, answers, begin } = entry;
  const named = models.slice(0, MODELS_NAMED).join(", ");
  const others = models.length - MODELS_NAMED;
  return (
    <li ref={row} className="flex items-start gap-2 border-b border-line py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        {isRenaming ? (
          <RenameForm entry={entry} attempt={attempt} onDone={() => setRenaming(false)} />
        ) : (
          <p className="font-semibold wrap-anywhere">{name}</p>
        )}
        <p className="text-xs wrap-anywhere text-mute">
          {t("details", {
            date: momentText(savedAt, locale),
            panes,
            models: others > 0 ? `${named}, +${others}` : named,
            answers,
          })}
        </p>
        {begin !== "" && <p className="truncate text-xs text-mute">{begin}</p>}
      </div>
      {!isRenaming && (
        <>
          <Button size="small" aria-label={t("openNamed", { name })} onClick={() => acts.open(entry)}>
            {t("open")}
          </Button>
          <MenuButton
            label={t("menu", { name })}
            items={[
              { label: t("rename"), onSelect: () => setRenaming(true) },
              { label: t("duplicate"), onSelect: () => acts.duplicate(entry) },
              { label: t("export"), onSelect: () => acts.exportOne(entry) },
              { label: t("delete"), onSelect: () => acts.remove(entry) },
            ]}
          />
        </>
      )}
    </li>
  );
}
