import { useTranslations } from "use-intl";
import { OddsTable } from "@/components/tokens/odds-table";
import { modelLabel } from "@/lib/catalog/models";
import type { Target } from "@/lib/catalog/targets";
import { newId } from "@/lib/new-id";
import { beginningWith } from "@/lib/odds/beginning-with";
import type { AnswerOdds, TokenOdds } from "@/lib/odds/odds";
import type { RunRecord } from "@/lib/playground/experiment";
import { MAX_PANES } from "@/lib/playground/experiment";
import { forkVerdict } from "@/lib/playground/fork";
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
  const { store, runs } = useDeskTools();
  const verdict = useDeskPart((desk) => forkVerdict(desk, pane, target));
  const hold = useHold("panes");
  const canFork = !hold && (verdict === "forkHere" || verdict === "forkUnsure");
  const go = (row: TokenOdds) => {
    const beginning = beginningWith(odds.tokens, index, row);
    if (!beginning) return;
    const id = newId();
    store.dispatch({
      type: "fork",
      pane,
      id,
      turnIds: [newId()],
      ...beginning,
    });
    void runs.play([id], 1, { asItStands: true });
  };
  return (
    <>
      <OddsTable
        place={odds.placeAt(index, record.parameters)}
        title={t("alternatives")}
        {...(canFork ? { onChoose: go } : {})}
        canChoose={(row) => beginningWith(odds.tokens, index, row) !== undefined}
      />
      <p className="mt-1 text-xs text-mute">
        {canFork && `${t("forkHere")} `}
        {hold
          ? locked
          : verdict !== "forkHere" && t(verdict, { model: modelLabel(record.model), count: MAX_PANES })}
      </p>
    </>
  );
}
