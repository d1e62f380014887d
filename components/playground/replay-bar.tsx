import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { useDeskPart, useDeskTools } from "./desk-context";
import { REPLAY_SPEEDS, replayablePanes, replayOf, type ReplayPace } from "./replay";

const PACES = Object.keys(REPLAY_SPEEDS) as ReplayPace[];

/** Plays the recorded answers of all panes as they came, and skips to their ends. */
export function ReplayBar() {
  const t = useTranslations("replay");
  const { store } = useDeskTools();
  const replay = replayOf(store);
  const pace = useSyncExternalStore(replay.subscribe, replay.pace);
  const isPlaying = useDeskPart((desk) => desk.replay !== undefined);
  const isOffered = useDeskPart((desk) => replayablePanes(desk).length > 0);
  if (!isOffered) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
      {/* One button: who pressed it still has it when it says something else. */}
      <Button
        size="small"
        onClick={() => (isPlaying ? replay.skip() : replay.play(replayablePanes(store.get())))}
      >
        {t(isPlaying ? "skipAll" : "play")}
      </Button>
      <SelectField
        label={t("pace")}
        value={pace}
        options={PACES.map((value) => ({ value, label: t(`paces.${value}`) }))}
        onChange={(value) => replay.setPace(value as ReplayPace)}
      />
    </div>
  );
}
