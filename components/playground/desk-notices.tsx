import { useState } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { useDeskPart, useDeskTools } from "./desk-context";
import type { SaveResult } from "./desk-storage";
import { SeriesSentence } from "./series-sentence";

/** Above the panes: the first visit's one sentence, what can be undone, what the browser could not keep, how series compare. */
export function DeskNotices({ saving }: { saving: SaveResult }) {
  const t = useTranslations("desk");
  const { store } = useDeskTools();
  const isFirstVisit = useDeskPart((desk) =>
    Object.values(desk.runs).some(({ records }) => records.some((each) => each.example)),
  );
  const act = useDeskPart((desk) => desk.undo?.act);
  const [isHintDismissed, setHintDismissed] = useState(false);
  return (
    <div className="space-y-3 px-4 pt-4 empty:hidden">
      {isFirstVisit && !isHintDismissed && (
        <Notice tone="info" dismissLabel={t("dismiss")} onDismiss={() => setHintDismissed(true)}>
          <b className="font-semibold">{t("firstSentence")}</b> {t("firstHint")}
        </Notice>
      )}
      {act && (
        <Notice
          tone="info"
          action={{ label: t("undo"), onClick: () => store.dispatch({ type: "undo" }) }}
          dismissLabel={t("dismiss")}
          onDismiss={() => store.dispatch({ type: "forgetUndo" })}
        >
          {t(`undone.${act}`)}
        </Notice>
      )}
      {saving !== "saved" && (
        <Notice
          tone="warn"
          action={
            saving === "unread" ? { label: t("storage.reload"), onClick: () => location.reload() } : undefined
          }
        >
          {t(`storage.${saving}`)}
        </Notice>
      )}
      <SeriesSentence />
    </div>
  );
}
