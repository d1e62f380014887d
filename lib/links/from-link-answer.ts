import type { JsonObject } from "../catalog/parameters";
import { readModelId } from "../catalog/models";
import type { Pane, RunRecord, Turn } from "../playground/experiment";
import type { Run } from "../run";
import type { RunToken } from "../run-events";
import type { Dropped } from "../wire-body";
import { leanObject } from "./lean-object";
import type { LinkAnswer, LinkToken } from "./link-answer";

/** Recorded answers as a pane's records, oldest first, under new ids. `seriesName` gives each series its name. */
export function fromLinkAnswers(
  answers: readonly LinkAnswer[],
  {
    pane,
    history,
    seriesName,
  }: { pane: Pane; history: readonly Turn[]; seriesName: (number: number) => string },
  newId: () => string,
): RunRecord[] {
  let lastBody: JsonObject | undefined;
  return answers.map((answer): RunRecord => {
    const { model = pane.model, parameters = pane.parameters, turn, series, at = 0, sent } = answer;
    const body = sent && (sent.body ?? lastBody);
    lastBody = body;
    return leanObject<RunRecord>({
      id: newId(),
      run: toRun(answer, model, body),
      model,
      parameters,
      answersTurn: turn === undefined ? undefined : history[turn]?.id,
      series: series === undefined ? undefined : seriesName(series),
      recorded: true,
      startedAt: at,
    });
  });
}

function toRun(
  { text, reasoning = "", ending, sent, usage, timings, servedModel, pace, tokens = [] }: LinkAnswer,
  model: string,
  body: JsonObject | undefined,
): Run {
  // Why is said where it is read, in the reader's language.
  const dropped = (sent?.leftOut ?? []).map(({ values, ...each }) => ({
    ...each,
    ...(values ? { values: values as Dropped["values"] } : {}),
    reason: "",
  }));
  return leanObject<Run>({
    state: "ended",
    text,
    reasoning,
    tokens: tokens.map(toRunToken),
    start: body && {
      attempt: sent?.attempt ?? 1,
      provider: readModelId(model).provider,
      model,
      body,
      dropped,
      seed: sent?.seed,
    },
    usage,
    end: leanObject<NonNullable<Run["end"]>>({ reason: ending, servedModel, timings }),
    pace,
  });
}

function toRunToken({ top = [], ...token }: LinkToken): RunToken {
  return { ...toAlternative(token), top: top.map(toAlternative) };
}

function toAlternative({ bytes, ...token }: Omit<LinkToken, "top">) {
  return { ...token, bytes: bytes ?? [...new TextEncoder().encode(token.text)] };
}
