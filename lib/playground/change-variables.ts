import { variableNames } from "../variables/variable-names";
import type { Experiment, Variable } from "./experiment";
import { promptTexts } from "./prompt-texts";

/** The experiment with one variable given a value. */
export function withVariable(experiment: Experiment, given: Variable): Experiment {
  const { variables = [] } = experiment;
  const at = variables.findIndex(({ name }) => name === given.name);
  return { ...experiment, variables: at < 0 ? [...variables, given] : variables.with(at, given) };
}

/** The experiment without the variable of this name. */
export function withoutVariable(experiment: Experiment, name: string): Experiment {
  return keeping(experiment, (variable) => variable.name !== name);
}

/** The experiment with those variables alone that a text of it names. */
export function withUsedVariables(experiment: Experiment): Experiment {
  const names = variableNames(promptTexts(experiment));
  return keeping(experiment, ({ name }) => names.includes(name));
}

function keeping({ variables, ...rest }: Experiment, isKept: (variable: Variable) => boolean): Experiment {
  const kept = variables?.filter(isKept) ?? [];
  return kept.length === 0 ? rest : { ...rest, variables: kept };
}
