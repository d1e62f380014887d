import { useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { lastRemoved, onRemoved, restoreLast } from "./removed-entries";
import type { Attempt } from "./use-acts";

/** A deletion just done, and whether it may take focus along: asked at the last moment, a menu may have been opened. */
export type Deletion = { mayMoveFocus: () => boolean };

type UndoRemovedProps = { deletion: Deletion | undefined; attempt: Attempt };

/** What was deleted or replaced last, with the way to have it back. */
export function UndoRemoved({ deletion, attempt }: UndoRemovedProps) {
  const t = useTranslations("library");
  const last = useSyncExternalStore(onRemoved, lastRemoved);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The row that had focus is gone, and this is what one may want next.
    if (deletion?.mayMoveFocus()) notice.current?.querySelector("button")?.focus();
  }, [deletion]);
  const undo = () =>
    attempt(async () => {
      const restoring = restoreLast();
      // The button goes with the last of them.
      if (!lastRemoved()) notice.current?.focus();
      const restored = await restoring;
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
