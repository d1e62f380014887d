import type { Provider } from "../catalog/providers";
import { findTarget } from "../catalog/targets";
import { promptOf } from "../playground/conversation";
import { findPane, paneRuns, refusalsOf, shownRecord, type Desk } from "../playground/experiment";
import { unfilledNames } from "../playground/prompt-texts";
import { toWireBody } from "../wire-body";
import type { WireRequest } from "./code-request";

/** What code of a pane can be made of. */
export type CodeSources = {
  /** What was sent for the answer on show, and which of the pane's runs that is, counted from 1. */
  sent?: WireRequest & { run: number; of: number };
  /** What Run would send; absent where nobody here runs the pane's model. `unfilled` are variables without a value. */
  now?: WireRequest & { unfilled: string[] };
};

/** The requests of a pane as they were sent and as they stand. A recorded example was never sent from here. */
export function codeSources(desk: Desk, paneId: string, providers: readonly Provider[]): CodeSources {
  const pane = findPane(desk, paneId);
  const runs = paneRuns(desk, paneId);
  const record = shownRecord(runs);
  const start = record?.example ? undefined : record?.run.start;
  const target = findTarget(pane.model, providers);
  const { model, parameters } = pane;
  const prompt = { model, parameters, ...promptOf(desk, pane), refused: [...refusalsOf(desk, model)] };
  return {
    ...(start && {
      sent: { model: start.model, body: start.body, run: runs.shown + 1, of: runs.records.length },
    }),
    ...(target && {
      now: {
        model,
        body: toWireBody(prompt, target).body,
        unfilled: unfilledNames(desk.experiment, [paneId]),
      },
    }),
  };
}
