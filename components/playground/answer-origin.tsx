import { useLocale, useTranslations } from "use-intl";
import { TextButton } from "@/components/ui/text-button";
import type { RunRecord } from "@/lib/playground/experiment";
import { dateText } from "./date-text";
import { useDeskPart, useDeskTools } from "./desk-context";
import { replayablePanes, replayOf } from "./replay";

export type AnswerOriginProps = { pane: string; number: number; record: RunRecord };

/** Where a pane has recorded answers: whether the one on show is recorded or live, and the way to see it come again. */
export default function AnswerOrigin({ pane, number, record }: AnswerOriginProps) {
  const t = useTranslations("replay");
  const locale = useLocale();
  const { store } = useDeskTools();
  const replay = replayOf(store);
  const isPlaying = useDeskPart((desk) => desk.replay?.[pane] !== undefined);
  const isReplayable = useDeskPart((desk) => replayablePanes(desk).includes(pane));
  const origin = !record.recorded
    ? t("live")
    : isPlaying
      ? t("playing")
      : record.startedAt > 0
        ? t("recordedOn", { date: dateText(record.startedAt, locale) })
        : t("recorded");
  return (
    <p className="mb-1 flex flex-wrap items-baseline gap-x-3 text-xs text-mute">
      <span className="font-semibold">{origin}</span>
      {record.recorded && isReplayable && (
        <TextButton
          aria-label={t(isPlaying ? "skipPane" : "playPane", { number })}
          onClick={() => (isPlaying ? replay.skip(pane) : replay.play([pane]))}
        >
          {t(isPlaying ? "skip" : "playOne")}
        </TextButton>
      )}
    </p>
  );
}
