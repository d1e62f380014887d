import type { ParameterValues } from "../catalog/parameters";
import type { Message } from "../run-request";
import { escapeVariables } from "../variables/escape-variables";
import { findPane, paneRuns, type Desk, type Experiment, type Pane, type Turn } from "./experiment";
import { filledTurns, systemOf } from "./prompt-texts";

/** A request to load into a pane. Without a model the pane keeps its own. */
export type Loadable = { model?: string; system: string; messages: Message[]; parameters: ParameterValues };

/**
 * The desk with a request in one of its panes, so that running it sends the same again. While nothing has been said, or
 * nobody else listens, the texts are shared, as a message would be; in a conversation they are the pane's own, and what the
 * other panes have said stays theirs. Texts are taken to the letter: what looks like a variable in them is none.
 */
export function loadRequest(desk: Desk, paneId: string, request: Loadable, newId: () => string): Desk {
  const { experiment } = desk;
  const { panes } = experiment;
  const turns = filledTurns(request.messages, escapeVariables).map((each): Turn => ({
    id: newId(),
    ...each,
  }));
  const isShared =
    panes.length === 1 || (experiment.turns.length === 0 && panes.every((each) => each.turns.length === 0));
  const after = isShared ? withShared(experiment, turns, request.system) : withOwnTurns(experiment);
  const pane: Pane = {
    id: paneId,
    model: request.model ?? findPane(desk, paneId).model,
    parameters: request.parameters,
    turns: isShared ? [] : turns,
  };
  const isSaid = systemOf(after, pane) === request.system;
  const own = isSaid ? pane : { ...pane, system: escapeVariables(request.system) };
  return {
    ...desk,
    experiment: { ...after, panes: after.panes.map((each) => (each.id === paneId ? own : each)) },
    runs: { ...desk.runs, [paneId]: withoutExamples(desk, paneId) },
    selected: paneId,
  };
}

/** The request's turns as the shared ones, the last thing said in the Message box, and its system prompt where there is room. */
function withShared(experiment: Experiment, turns: Turn[], system: string): Experiment {
  const last = turns.at(-1);
  const isSaid = last?.role === "user" && last.content.trim() !== "";
  const isFree = experiment.panes.length === 1 || experiment.system.trim() === "";
  return {
    ...experiment,
    ...(isFree ? { system: escapeVariables(system) } : {}),
    message: isSaid ? last.content : "",
    turns: isSaid ? turns.slice(0, -1) : turns,
  };
}

/** Every pane with the shared turns as its own. */
function withOwnTurns(experiment: Experiment): Experiment {
  const panes = experiment.panes.map((each) => ({ ...each, turns: [...experiment.turns, ...each.turns] }));
  return { ...experiment, message: "", turns: [], panes };
}

/** Recorded examples answered another prompt. */
function withoutExamples(desk: Desk, pane: string): Desk["runs"][string] {
  const records = paneRuns(desk, pane).records.filter((record) => !record.example);
  return { records, shown: records.length - 1 };
}
