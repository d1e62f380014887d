import { useId } from "react";
import { useTranslations } from "use-intl";
import { findPane } from "@/lib/playground/experiment";
import type { SidesOfPane } from "@/lib/playground/compare-sides";
import { useDeskTools } from "./desk-context";
import { usePaneName } from "./use-pane-title";

/** So much of an answer tells it from the others in a list. */
const HINT_LENGTH = 40;

export type CompareSideProps = {
  label: string;
  value: string;
  panes: readonly SidesOfPane[];
  onChange: (side: string) => void;
};

/** The choice of one answer, by pane and run. */
export function CompareSide({ label, value, panes, onChange }: CompareSideProps) {
  const t = useTranslations();
  const { store } = useDeskTools();
  const paneName = usePaneName();
  const id = useId();
  const desk = store.get();
  const title = ({ pane, number }: SidesOfPane) =>
    t("pane.title", { number, name: paneName(findPane(desk, pane), desk.experiment.panes) });
  return (
    <span className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-xs font-semibold text-mute">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-8 w-full cursor-pointer rounded-md border border-edge bg-panel px-2 text-[13px]"
      >
        {panes.map(
          (each) =>
            each.sides.length > 0 && (
              <optgroup key={each.pane} label={title(each)}>
                {each.sides.map((side) => (
                  <option key={side.id} value={side.id}>
                    {t("compare.run", {
                      number: each.number,
                      place: side.place,
                      all: each.all,
                      text: hintOf(side.text),
                    })}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </span>
  );
}

function hintOf(text: string): string {
  return text.length > HINT_LENGTH ? `${text.slice(0, HINT_LENGTH)}…` : text;
}
