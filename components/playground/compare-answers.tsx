import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { comparableSides, firstSides } from "@/lib/playground/compare-sides";
import { compareTexts } from "@/lib/playground/compare-texts";
import { CompareSide } from "./compare-side";
import { ComparedText } from "./compared-text";
import { useDeskTools } from "./desk-context";

/** Two answers of any panes and runs as one text, with what only one of them has marked. As the desk stood when it opened. */
export default function CompareAnswers({ pane }: { pane: string }) {
  const t = useTranslations("compare");
  const { store } = useDeskTools();
  const [panes] = useState(() => comparableSides(store.get()));
  const [{ left, right }, choose] = useState(() => firstSides(store.get(), pane) ?? { left: "", right: "" });
  const textOf = (id: string) =>
    panes.flatMap(({ sides }) => sides).find((side) => side.id === id)?.text ?? "";
  const [leftText, rightText] = [textOf(left), textOf(right)];
  const { verdict, words, isCoarse, stretches } = useMemo(
    () => compareTexts(leftText, rightText),
    [leftText, rightText],
  );
  const isDifferent = verdict === "different";
  return (
    <>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <CompareSide
          label={t("left")}
          value={left}
          panes={panes}
          onChange={(id) => choose({ left: id, right })}
        />
        <CompareSide
          label={t("right")}
          value={right}
          panes={panes}
          onChange={(id) => choose({ left, right: id })}
        />
      </div>
      <div aria-live="polite" className="mt-3 text-[13px]">
        <p>{isDifferent ? t("counts", words) : t(verdict)}</p>
        {isCoarse && <p>{t("coarse")}</p>}
      </div>
      {isDifferent && <p className="text-xs text-mute">{t("legend")}</p>}
      <ComparedText stretches={stretches} />
    </>
  );
}
