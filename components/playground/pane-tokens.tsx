import { useTranslations } from "use-intl";
import { useAnswerOdds } from "@/components/tokens/answer-odds";
import { useTokenChoice, type TokenPlace } from "@/components/tokens/token-choice";
import { TokenView } from "@/components/tokens/token-view";
import { dialectRow } from "@/lib/catalog/dialects";
import { modelLabel } from "@/lib/catalog/models";
import type { RunRecord } from "@/lib/playground/experiment";
import { isRunning } from "@/lib/run";
import { AnswerText } from "./answer-text";
import { copyText } from "./copy-text";
import { useDeskTools, useTarget } from "./desk-context";
import { ForkTable } from "./fork-table";
import { RunWithOdds } from "./run-with-odds";

export type PaneTokensProps = {
  pane: string;
  number: number;
  record: RunRecord;
  /** The beginning that the model was given and went on from. */
  given: string;
};

/** A pane's answer as tokens with their odds; the text stands where there are none, with the way to get some. */
export default function PaneTokens({ pane, number, record, given }: PaneTokensProps) {
  const t = useTranslations("tokens");
  const { tokens } = useDeskTools();
  const target = useTarget(record.model);
  const odds = useAnswerOdds(record, dialectRow(target?.dialect ?? "chat").returnedLogprobs);
  const ifHere = (place: TokenPlace | undefined) =>
    place?.pane === pane && place.record === record.id ? place.index : undefined;
  const chosen = useTokenChoice(tokens, (state) => ifHere(state.chosen));
  const inLens = useTokenChoice(tokens, (state) => ifHere(state.lens));
  if (odds.state !== "known")
    return (
      <>
        <AnswerText text={record.run.text} view="plain" given={given} />
        {odds.state === "loading" && <p className="mt-2 text-xs text-mute">{t("working")}</p>}
        {odds.state === "failed" && <p className="mt-2 text-xs text-mute">{t("failed")}</p>}
        {odds.state === "none" && !isRunning(record.run) && (
          <RunWithOdds pane={pane} target={target} model={modelLabel(record.model)} />
        )}
      </>
    );
  return (
    <TokenView
      key={record.id}
      odds={odds.odds}
      given={given}
      label={t("of", { number })}
      chosen={chosen}
      inLens={inLens}
      onChoose={(index) => tokens.choose(pane, record.id, index)}
      onCopy={copyText}
      renderPlace={(index) => (
        <ForkTable pane={pane} record={record} odds={odds.odds} index={index} target={target} />
      )}
    />
  );
}
