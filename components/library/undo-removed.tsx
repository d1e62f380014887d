import { useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { watchFocus } from "@/components/ui/focus";
import { Notice } from "@/components/ui/notice";
import { lastRemoved, onRemoved, restoreLast } from "./removed-entries";
import type { Attempt } from "./use-acts";

/** What was deleted or replaced last, with the way to have it back. `deletions` counts those that take focus along. */
export function UndoRemoved({ deletions, attempt }: { deletions: number; attempt: Attempt }) {
  const t = useTranslations("library");
  const last = useSyncExternalStore(onRemoved, lastRemoved);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The row that had focus is gone, and this is what one may want next.
    if (deletions > 0) notice.current?.querySelector("button")?.focus();
  }, [deletions]);
  const undo = () =>
    attempt(async () => {
      const mayMoveFocus = watchFocus();
      const restored = await restoreLast();
      // The button goes with the last of them.
      if (!lastRemoved() && mayMoveFocus()) notice.current?.focus();
      return restored && t("back", { name: restored.name });
    });
  return (
    <div ref={notice} role="status" tabIndex={-1} className="outline-none">
      {last && (
        <Notice tone="info" action={{ label: t("undo"), onClick: () => void undo() }}>
          {t(last.isReplaced ? "replaced" : "deleted", { name: last.entry.name })}
        </Notice>
      )}
    </div>
  );
}
