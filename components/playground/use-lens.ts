import { useMemo } from "react";
import { useAnswerOdds } from "@/components/tokens/answer-odds";
import { useTokenChoice } from "@/components/tokens/token-choice";
import { dialectRow } from "@/lib/catalog/dialects";
import { SPROUT } from "@/lib/catalog/models";
import { support } from "@/lib/catalog/support";
import { leastCertain } from "@/lib/odds/least-certain";
import type { PlaceOdds } from "@/lib/odds/odds";
import { sentChat } from "@/lib/odds/sent-chat";
import { textBefore } from "@/lib/odds/text-before";
import { wholePlace } from "@/lib/odds/whole-odds";
import { promptOf } from "@/lib/playground/conversation";
import { paneRuns, shownRecord, type Desk, type Pane, type RunRecord } from "@/lib/playground/experiment";
import { fillingOf } from "@/lib/playground/prompt-texts";
import { isRunning } from "@/lib/run";
import { useDeskPart, useDeskTools, useTarget } from "./desk-context";
import { useTypedOdds } from "./use-typed-odds";

/** What the lens stands on, or why it shows nothing. */
export type Lens =
  | { kind: "answer"; place: PlaceOdds; before: string; isChosen: boolean; record: RunRecord; index: number }
  | { kind: "prompt"; place: PlaceOdds }
  | { kind: "busy" | "failed" | "noRoom" | "typeFirst" | "runFirst" | "noOdds" | "neverOdds" };

/**
 * The next-token odds of the selected pane under its faders as they stand: at the token that was chosen, else where the
 * model was least certain in the answer on show, else, for Sprout, after the prompt as it is typed.
 */
export function useLens(pane: Pane): Lens {
  const { tokens } = useDeskTools();
  const target = useTarget(pane.model);
  const record = useDeskPart((desk) => lastAnswer(desk, pane));
  const message = useDeskPart((desk) => fillingOf(desk.experiment)(desk.experiment.message));
  const chosen = useTokenChoice(tokens, (state) => state.chosen);
  const isChosen = record !== undefined && chosen?.pane === pane.id && chosen.record === record.id;
  const isSprout = pane.model === SPROUT.id;
  const isTyped = !isChosen && isSprout && (!record || isAnother(message, record));
  const chat = useDeskPart((desk) => (isTyped ? chatKey(desk, pane) : undefined));
  const typed = useTypedOdds(useMemo(() => (chat === undefined ? undefined : JSON.parse(chat)), [chat]));
  const answer = useAnswerOdds(
    isTyped ? undefined : record,
    dialectRow(target?.dialect ?? "chat").returnedLogprobs,
  );
  const settings = pane.parameters;
  const isTaken = support("logprobs", target, settings).support !== "unsupported";
  return useMemo((): Lens => {
    if (isTyped) {
      if (chat === undefined) return { kind: "typeFirst" };
      if (typed.state !== "known")
        return { kind: typed.state === "failed" || typed.state === "noRoom" ? typed.state : "busy" };
      return { kind: "prompt", place: wholePlace(typed.logits, settings, new Map(), typed.vocabulary) };
    }
    if (answer.state === "loading") return { kind: "busy" };
    if (answer.state === "failed") return { kind: "failed" };
    const index =
      answer.state === "known" ? ((isChosen ? chosen?.index : leastCertain(answer.odds.tokens)) ?? 0) : 0;
    if (answer.state === "known" && record && index < answer.odds.tokens.length)
      return {
        kind: "answer",
        place: answer.odds.placeAt(index, settings),
        before: textBefore(answer.odds.tokens, index),
        isChosen,
        record,
        index,
      };
    return { kind: !isTaken ? "neverOdds" : record ? "noOdds" : "runFirst" };
  }, [isTyped, chat, typed, answer, settings, isChosen, chosen, record, isTaken]);
}

/** The answer on show, or while it is being written the one before it: the lens does not go dark during a run. */
function lastAnswer(desk: Desk, pane: Pane): RunRecord | undefined {
  const runs = paneRuns(desk, pane.id);
  const shown = shownRecord(runs);
  const record = shown && isRunning(shown.run) ? runs.records.findLast(({ run }) => !isRunning(run)) : shown;
  return record?.model === pane.model ? record : undefined;
}

/** Whether what stands in the Message box, filled, is something else than what the record answered. */
function isAnother(message: string, { run }: RunRecord): boolean {
  if (message.trim() === "") return false;
  const sent = run.start ? sentChat(run.start.body).messages.at(-1)?.content : undefined;
  return sent !== message;
}

/** The prompt as it would be sent, as a string that stays equal while it does; undefined when there is none. */
function chatKey(desk: Desk, pane: Pane): string | undefined {
  const { system, messages } = promptOf(desk, pane);
  if (messages.length === 0) return undefined;
  return JSON.stringify({ system, messages });
}
