import { fillVariables } from "../variables/fill-variables";
import { variableNames } from "../variables/variable-names";
import type { Message } from "../run-request";
import type { Experiment, Pane } from "./experiment";

/** Puts an experiment's values where its texts name them. */
export type Filling = (text: string) => string;

/** How this experiment's texts are filled; a `{{name}}` without a value stays as it is. */
export function fillingOf({ variables = [] }: Experiment): Filling {
  const values = new Map(variables.map(({ name, value }) => [name, value]));
  return (text) => (text.includes("{{") ? fillVariables(text, values) : text);
}

/** Turns as they are sent: what the user says is filled. An answer is never touched, nor what stands for one. */
export function filledTurns<T extends Message>(turns: readonly T[], fill: Filling): T[] {
  return turns.map((turn) => (turn.role === "user" ? { ...turn, content: fill(turn.content) } : turn));
}

/** The system prompt that a run of this pane sends; a blank shared one is none. */
export function systemOf(experiment: Experiment, pane: Pane): string {
  const fill = fillingOf(experiment);
  const shared = fill(experiment.system);
  return pane.system === undefined ? (shared.trim() === "" ? "" : shared) : fill(pane.system);
}

/** Every text that may name variables, in the order in which they are sent. */
export function promptTexts({ system, turns, message, panes }: Experiment): string[] {
  return [
    system,
    ...userTexts(turns),
    message,
    ...panes.flatMap((pane) => [pane.system ?? "", ...userTexts(pane.turns)]),
  ];
}

function userTexts(turns: readonly Message[]): string[] {
  return turns.flatMap(({ role, content }) => (role === "user" ? content : []));
}

/** The names that a press of these panes needs a value for and finds none; an empty value is none. */
export function unfilledNames(
  experiment: Experiment,
  panes: readonly string[],
  asItStands = false,
): string[] {
  const { system, turns, message, panes: all, variables = [] } = experiment;
  const played = all.filter(({ id }) => panes.includes(id));
  const texts = promptTexts({
    title: "",
    system: played.some((pane) => pane.system === undefined) ? system : "",
    turns,
    message: asItStands ? "" : message,
    panes: played,
  });
  const filled = new Set(variables.flatMap(({ name, value }) => (value === "" ? [] : name)));
  return variableNames(texts).filter((name) => !filled.has(name));
}
