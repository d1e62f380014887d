import { useEffect, useMemo, useState } from "react";
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
const replaying = new WeakMap<Run, Promise<void>>();

/** Works an answer's odds out once, whoever asks; what failed is tried anew by who asks later. */
function replayOnce(record: RunRecord): Promise<void> {
  const { run } = record;
  const going =
    replaying.get(run) ??
    replay(record).then(
      (state) => void replayed.set(run, state),
      () => {
        replayed.set(run, { state: "failed" });
        replaying.delete(run);
      },
    );
  replaying.set(run, going);
  return going;
}

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
    if (!isReplayable || !record || replayed.get(record.run)?.state === "known") return;
    let isStale = false;
    // The lens and a pane's tokens may wait for the same answer: each is told.
    void replayOnce(record).then(() => {
      if (!isStale) redraw((count) => count + 1);
    });
    return () => {
      isStale = true;
    };
  }, [isReplayable, record]);
  const returned = useMemo(
    (): OddsState =>
      run && run.tokens.length > 0 ? { state: "known", odds: returnedOdds(run.tokens, basis) } : NONE,
    [run, basis],
  );
  if (run && isReplayable) return replayed.get(run) ?? LOADING;
  return returned;
}
