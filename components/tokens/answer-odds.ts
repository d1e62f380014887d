import { useEffect, useState } from "react";
import { readModelId } from "@/lib/catalog/models";
import { BUILT_IN } from "@/lib/catalog/providers";
import type { AnswerOdds, LogprobBasis } from "@/lib/odds/odds";
import { returnedOdds } from "@/lib/odds/returned-odds";
import { sentChat } from "@/lib/odds/sent-chat";
import { wholeOdds, type Vocabulary } from "@/lib/odds/whole-odds";
import type { RunRecord } from "@/lib/playground/experiment";
import { isRunning, type Run } from "@/lib/run";
import { askSprout } from "./ask-sprout";

/** What is known of an answer's odds: nothing, nothing yet, why not, or all of them. */
export type OddsState =
  { state: "none" } | { state: "loading" } | { state: "failed" } | { state: "known"; odds: AnswerOdds };

const NONE: OddsState = { state: "none" };
const LOADING: OddsState = { state: "loading" };

/** Sprout's tokens and their bytes, fetched once. */
let vocabulary: Promise<Vocabulary> | undefined;
export function sproutVocabulary(): Promise<Vocabulary> {
  vocabulary ??= askSprout("vocabulary", {});
  vocabulary.catch(() => (vocabulary = undefined));
  return vocabulary;
}

/** Runs are never changed in place, so what was worked out for one holds as long as it is kept. */
const replayed = new WeakMap<Run, OddsState>();

function isSprout(record: RunRecord): boolean {
  return readModelId(record.model).provider === BUILT_IN.id;
}

async function replay({ run, parameters }: RunRecord): Promise<OddsState> {
  const { start, end, text } = run;
  if (!start || start.seed === undefined) return NONE;
  const [tokens, answer] = await Promise.all([
    sproutVocabulary(),
    askSprout("replay", {
      replay: {
        chat: sentChat(start.body),
        parameters,
        seed: start.seed,
        text,
        isWhole: end?.reason === "complete" || end?.reason === "length",
      },
    }),
  ]);
  return answer ? { state: "known", odds: wholeOdds(answer, tokens) } : NONE;
}

/**
 * The odds of an answer: Sprout's are worked out here by making the answer once more when it has ended, those of others are
 * what their server returned, as they come. `basis` says what those are.
 */
export function useAnswerOdds(record: RunRecord | undefined, basis: LogprobBasis): OddsState {
  const [, redraw] = useState(0);
  const run = record?.run;
  const isReplayable =
    record !== undefined && isSprout(record) && !isRunning(record.run) && record.run.text !== "";
  useEffect(() => {
    if (!isReplayable || !record || replayed.has(record.run)) return;
    replayed.set(record.run, LOADING);
    replay(record)
      .then(
        (state) => replayed.set(record.run, state),
        () => replayed.set(record.run, { state: "failed" }),
      )
      .finally(() => redraw((count) => count + 1));
  }, [isReplayable, record]);
  const [returned, setReturned] = useState<{ run: Run; state: OddsState }>();
  if (!record || !run) return NONE;
  if (isReplayable) return replayed.get(run) ?? LOADING;
  if (run.tokens.length === 0) return NONE;
  if (returned?.run === run) return returned.state;
  const state: OddsState = { state: "known", odds: returnedOdds(run.tokens, basis) };
  setReturned({ run, state });
  return state;
}
