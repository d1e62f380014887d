import { NEW_RUN } from "../run";
import type { RunRequest } from "../run-request";
import { addMessage, historyOf, toMessages } from "./conversation";
import { findPane, paneRuns, refusalsOf, RUNS_KEPT, type Desk, type RunRecord } from "./experiment";

export type Press = {
  runId: string;
  panes: string[];
  series?: string;
  /** Plays the turns and leaves the Message box alone: what is typed there is for later. */
  asItStands?: boolean;
  startedAt: number;
};

/** Whether a press has something to say for these panes: a message that it takes, or turns that stand. */
export function canPlay(desk: Desk, panes: string[], asItStands = false): boolean {
  return (
    takesMessage(desk, asItStands) || panes.every((id) => historyOf(desk, findPane(desk, id)).length > 0)
  );
}

function takesMessage(desk: Desk, asItStands = false): boolean {
  return !asItStands && desk.experiment.message.trim() !== "";
}

/** The desk after a press: the message has become a turn, and each pane played has a new run on show. */
export function press(
  desk: Desk,
  { runId, panes, series, asItStands, startedAt }: Press,
  newId: () => string,
): Desk {
  const sent = takesMessage(desk, asItStands) ? addMessage(desk, desk.experiment.message, newId) : desk;
  const runs = { ...sent.runs };
  for (const id of panes) {
    const pane = findPane(sent, id);
    const record: RunRecord = {
      id: runId,
      run: NEW_RUN,
      model: pane.model,
      parameters: pane.parameters,
      answersTurn: historyOf(sent, pane).at(-1)?.id,
      series,
      startedAt,
    };
    const kept = paneRuns(sent, id).records.filter((old) => !old.example);
    const records = [...kept, record].slice(-RUNS_KEPT);
    runs[id] = { records, shown: records.length - 1 };
  }
  return { ...sent, runs };
}

/** The request for a press that `press` has already folded into the desk. */
export function toRunRequest(desk: Desk, { runId, panes }: Press): RunRequest {
  const { system, turns } = desk.experiment;
  return {
    id: runId,
    ...(system.trim() === "" ? {} : { system }),
    messages: toMessages(turns),
    panes: panes.map((id) => {
      const pane = findPane(desk, id);
      return {
        id,
        model: pane.model,
        parameters: pane.parameters,
        ...(refusalsOf(desk, pane.model).length === 0 ? {} : { refused: [...refusalsOf(desk, pane.model)] }),
        ...(pane.system === undefined ? {} : { system: pane.system }),
        ...(pane.turns.length === 0 ? {} : { messages: toMessages(historyOf(desk, pane)) }),
      };
    }),
  };
}
