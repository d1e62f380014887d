import { useEffect, useMemo } from "react";
import { useAnswerOdds } from "@/components/tokens/answer-odds";
import { useTokenChoice } from "@/components/tokens/token-choice";
import { dialectRow } from "@/lib/catalog/dialects";
import { SPROUT } from "@/lib/catalog/models";
import { support } from "@/lib/catalog/support";
import { leastCertain } from "@/lib/odds/least-certain";
import type { PlaceOdds } from "@/lib/odds/odds";
import { sentChat } from "@/lib/odds/sent-chat";
import { givenBeginning, textBefore } from "@/lib/odds/text-before";
import { countsOf, wholePlace } from "@/lib/odds/whole-odds";
import { promptOf } from "@/lib/playground/conversation";
import { paneRuns, shownRecord, type Desk, type Pane, type RunRecord } from "@/lib/playground/experiment";
import { fillingOf } from "@/lib/playground/prompt-texts";
import { isRunning } from "@/lib/run";
import { END } from "@/lib/tiny-model/special-tokens";
import { useDeskPart, useDeskTools, useTarget } from "./desk-context";
import { useTypedOdds, type TypedPrompt } from "./use-typed-odds";

/** What the lens stands on, and the text before it; or why it shows nothing. */
export type Lens =
  | { kind: "chosen" | "leastCertain"; place: PlaceOdds; before: string; record: string; index: number }
  | { kind: "asYouType" | "wordByWord"; place: PlaceOdds; before: string }
  | { kind: "busy" | "failed" | "noRoom" | "typeFirst" | "runFirst" | "noOdds" | "neverOdds" | "ended" };

/**
 * The next-token odds of the selected pane under its faders as they stand: where it is written one word at a time, else at the
 * token that was chosen, else where the model was least certain in the answer on show, else, for Sprout, after the prompt as
 * it is typed.
 */
export function useLens(pane: Pane): Lens {
  const { tokens } = useDeskTools();
  const target = useTarget(pane.model);
  const record = useDeskPart((desk) => lastAnswer(desk, pane));
  const message = useDeskPart((desk) => fillingOf(desk.experiment)(desk.experiment.message));
  const chosen = useTokenChoice(tokens, (state) => state.chosen);
  const words = useTokenChoice(tokens, (state) =>
    state.modes.get(pane.id) === "words" ? (state.words.get(pane.id) ?? NO_WORDS) : undefined,
  );
  const isChosen = record !== undefined && chosen?.pane === pane.id && chosen.record === record.id;
  const isSprout = pane.model === SPROUT.id;
  const isTyped = isSprout && (words !== undefined || (!isChosen && (!record || isAnother(message, record))));
  const asked = useDeskPart((desk) => (isTyped ? askedOf(desk, pane, words ?? NO_WORDS) : undefined));
  const typed = useTypedOdds(asked);
  const answer = useAnswerOdds(
    isTyped ? undefined : record,
    dialectRow(target?.dialect ?? "chat").returnedLogprobs,
  );
  const settings = pane.parameters;
  const isTaken = support("logprobs", target, settings).support !== "unsupported";
  const lens = useMemo((): Lens => {
    if (isTyped) {
      if (asked === undefined) return { kind: "typeFirst" };
      if (words?.at(-1) === END) return { kind: "ended" };
      if (typed.state !== "known")
        return { kind: typed.state === "failed" || typed.state === "noRoom" ? typed.state : "busy" };
      const { logits, vocabulary, chat, ids } = typed;
      const made = ids.map((id) => ({ bytes: [...(vocabulary[id] ?? [])] }));
      return {
        kind: words ? "wordByWord" : "asYouType",
        place: wholePlace(logits, settings, countsOf(ids), vocabulary),
        before: textBefore(made, made.length, givenBeginning(chat)),
      };
    }
    if (answer.state === "loading") return { kind: "busy" };
    if (answer.state === "failed") return { kind: "failed" };
    const index =
      answer.state === "known" ? ((isChosen ? chosen?.index : leastCertain(answer.odds.tokens)) ?? 0) : 0;
    if (answer.state === "known" && record && index < answer.odds.tokens.length)
      return {
        kind: isChosen ? "chosen" : "leastCertain",
        place: answer.odds.placeAt(index, settings),
        before: textBefore(answer.odds.tokens, index, givenBeginning(sentChat(record.run.start?.body ?? {}))),
        record: record.id,
        index,
      };
    return { kind: !isTaken ? "neverOdds" : record ? "noOdds" : "runFirst" };
  }, [isTyped, asked, words, typed, answer, settings, isChosen, chosen, record, isTaken]);
  useLookAt(pane.id, lens);
  return lens;
}

const NO_WORDS: readonly number[] = [];

/** Tells panes where the lens stands: a pane that shows its tokens marks it. */
function useLookAt(pane: string, lens: Lens): void {
  const { tokens } = useDeskTools();
  const record = "record" in lens ? lens.record : undefined;
  const index = "index" in lens ? lens.index : undefined;
  useEffect(() => {
    tokens.lookAt(record === undefined || index === undefined ? undefined : { pane, record, index });
  }, [tokens, pane, record, index]);
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
  const sent = run.start
    ? sentChat(run.start.body).messages.findLast(({ role }) => role === "user")
    : undefined;
  return sent?.content !== message;
}

/** The prompt as it would be sent, as a string that stays equal while it does; undefined when there is none. */
function askedOf(desk: Desk, pane: Pane, ids: readonly number[]): string | undefined {
  const { system, messages } = promptOf(desk, pane);
  if (messages.length === 0) return undefined;
  return JSON.stringify({ chat: { system, messages }, ids } satisfies TypedPrompt);
}
