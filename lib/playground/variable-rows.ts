import { variableNames } from "../variables/variable-names";
import type { Experiment, Variable } from "./experiment";
import { promptTexts } from "./prompt-texts";

/** A line of the table: a name, its value, and whether any text names it. */
export type VariableRow = Variable & { isUsed: boolean };

/** What texts name, in the order of the texts, then what has a value and is named no more. */
export function variableRows(experiment: Experiment): VariableRow[] {
  const { variables = [] } = experiment;
  const names = variableNames(promptTexts(experiment));
  const valueOf = new Map(variables.map(({ name, value }) => [name, value]));
  return [
    ...names.map((name) => ({ name, value: valueOf.get(name) ?? "", isUsed: true })),
    ...variables.filter(({ name }) => !names.includes(name)).map((row) => ({ ...row, isUsed: false })),
  ];
}
