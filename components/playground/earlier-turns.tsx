import { useTranslations } from "use-intl";
import { findPane } from "@/lib/playground/experiment";
import { useDeskPart } from "./desk-context";
import { TurnsEditor } from "./turns-editor";

/** The shared turns, and those that only the selected pane has. */
export default function EarlierTurns() {
  const t = useTranslations("desk");
  const turns = useDeskPart((desk) => desk.experiment.turns);
  const selected = useDeskPart((desk) => findPane(desk, desk.selected));
  const number = useDeskPart(
    (desk) => desk.experiment.panes.findIndex((pane) => pane.id === desk.selected) + 1,
  );
  return (
    <>
      <TurnsEditor turns={turns} list={{}} />
      {selected.turns.length > 0 && (
        <>
          <h3 className="mb-2 text-xs font-semibold text-mute">{t("paneTurns", { number })}</h3>
          <TurnsEditor turns={selected.turns} list={{ pane: selected.id }} />
        </>
      )}
    </>
  );
}
