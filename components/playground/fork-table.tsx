import { useId } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { OddsTable } from "@/components/tokens/odds-table";
import { modelLabel } from "@/lib/catalog/models";
import type { Target } from "@/lib/catalog/targets";
import { newId } from "@/lib/new-id";
import { beginningWith } from "@/lib/odds/beginning-with";
import type { AnswerOdds, TokenOdds } from "@/lib/odds/odds";
import { shapeAlike } from "@/lib/odds/shape-alike";
import type { RunRecord } from "@/lib/playground/experiment";
import { findPane, MAX_PANES } from "@/lib/playground/experiment";
import { forkOf, forkVerdict } from "@/lib/playground/fork";
import { useDeskPart, useDeskTools } from "./desk-context";
import { useHold } from "./lockable";

type ForkTableProps = {
  pane: string;
  record: RunRecord;
  odds: AnswerOdds;
  index: number;
  target: Target | undefined;
};

/** What might have stood at a place of an answer; choosing a row goes on from it in a new pane, where the model can. */
export function ForkTable({ pane, record, odds, index, target }: ForkTableProps) {
  const t = useTranslations("tokens");
  const locked = useTranslations("desk")("locked");
  const lens = useTranslations("lens");
  const { store, runs } = useDeskTools();
  const note = useId();
  const verdict = useDeskPart((desk) => forkVerdict(desk, pane, target));
  const haveMoved = useDeskPart((desk) => !shapeAlike(findPane(desk, pane).parameters, record.parameters));
  const hold = useHold("panes");
  const canFork = !hold && (verdict === "forkHere" || verdict === "forkUnsure");
  const place = odds.placeAt(index, record.parameters);
  const go = (row: TokenOdds) => {
    const beginning = beginningWith(odds.tokens, index, row);
    const id = newId();
    const fork = beginning && forkOf(store.get(), { pane, id, given: odds.given, ...beginning }, newId);
    if (!fork) return;
    // Drawn at once: only then the new pane can take focus, and come into sight where it stands far below.
    flushSync(() => store.dispatch({ type: "fork", ...fork }));
    document.getElementById(`pane-${id}`)?.focus();
    void runs.play([id], 1, { asItStands: true });
  };
  return (
    <>
      {haveMoved && <p className="mb-1 text-xs text-mute">{t("otherFaders")}</p>}
      {place.basis === "unknown" && <p className="mb-1 text-xs text-mute">{lens("basisUnknown")}</p>}
      <OddsTable
        place={place}
        title={t("alternatives")}
        {...(canFork ? { onChoose: go } : {})}
        canChoose={(row) => beginningWith(odds.tokens, index, row) !== undefined}
        describedBy={note}
      />
      <p id={note} className="mt-1 text-xs text-mute">
        {canFork && `${t("forkHere")} `}
        {hold
          ? locked
          : verdict !== "forkHere" && t(verdict, { model: modelLabel(record.model), count: MAX_PANES })}
      </p>
    </>
  );
}
