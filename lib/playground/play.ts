import { NEW_RUN } from "../run";
import type { RunRequest } from "../run-request";
import { addMessage, historyOf, toMessages } from "./conversation";
import { findPane, paneRuns, refusalsOf, type Desk, type RunRecord, type Turn } from "./experiment";
import { keptRecords } from "./kept-runs";
import { filledTurns, fillingOf } from "./prompt-texts";

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

/**
 * The desk after a press: the message has become a turn, and each pane played has a new run on show. Later presses of a
 * series play what its first one did; what has been written or moved since waits for the next.
 */
export function press(
  desk: Desk,
  { runId, panes, series, asItStands, startedAt }: Press,
  newId: () => string,
): Desk {
  const isLater = panes.some((id) => firstOfSeries(desk, id, series) !== undefined);
  const isTaken = !isLater && takesMessage(desk, asItStands);
  const sent = isTaken ? addMessage(desk, desk.experiment.message, newId) : desk;
  const runs = { ...sent.runs };
  for (const id of panes) {
    const pane = findPane(sent, id);
    const { model, parameters, answersTurn } = firstOfSeries(sent, id, series) ?? {
      ...pane,
      answersTurn: historyOf(sent, pane).at(-1)?.id,
    };
    const record: RunRecord = { id: runId, run: NEW_RUN, model, parameters, answersTurn, series, startedAt };
    const kept = paneRuns(sent, id).records.filter((old) => !old.example);
    const records = keptRecords([...kept, record]);
    runs[id] = { records, shown: records.length - 1 };
  }
  return { ...sent, runs };
}

function firstOfSeries(desk: Desk, pane: string, series: string | undefined): RunRecord | undefined {
  if (series === undefined) return undefined;
  return paneRuns(desk, pane).records.find((record) => record.series === series);
}

/** The request for a press that `press` has already folded into the desk; its texts are filled, those of the desk stay. */
export function toRunRequest(desk: Desk, { runId, panes }: Press): RunRequest {
  const fill = fillingOf(desk.experiment);
  const system = fill(desk.experiment.system);
  const filled = (turns: Turn[]) => toMessages(filledTurns(turns, fill));
  return {
    id: runId,
    ...(system.trim() === "" ? {} : { system }),
    messages: filled(desk.experiment.turns),
    panes: panes.map((id) => {
      const pane = findPane(desk, id);
      return {
        id,
        model: pane.model,
        parameters: pane.parameters,
        ...(refusalsOf(desk, pane.model).length === 0 ? {} : { refused: [...refusalsOf(desk, pane.model)] }),
        ...(pane.system === undefined ? {} : { system: fill(pane.system) }),
        ...(pane.turns.length === 0 ? {} : { messages: filled(historyOf(desk, pane)) }),
      };
    }),
  };
}

/** The request of a series' first press for a later one: what panes are left, and what was refused since, left out at once. */
export function sameRequest(first: RunRequest, desk: Desk, { runId, panes }: Press): RunRequest {
  return {
    ...first,
    id: runId,
    panes: first.panes
      .filter(({ id }) => panes.includes(id))
      .map((pane) => {
        const refused = refusalsOf(desk, pane.model);
        return refused.length === 0 ? pane : { ...pane, refused: [...refused] };
      }),
  };
}

/** Whether a press brought an answer in any of its panes; where all failed, the next would too. */
export function hasAnswered(desk: Desk, { runId, panes }: Press): boolean {
  return panes.some((id) =>
    paneRuns(desk, id).records.some((record) => record.id === runId && record.run.state !== "failed"),
  );
}
