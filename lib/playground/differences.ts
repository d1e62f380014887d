import { PARAMETER_KEYS, type ParameterKey, type ParameterValue } from "../catalog/parameters";
import type { Pane } from "./experiment";

export type Difference = { key: ParameterKey; value: ParameterValue | undefined };

/** The parameters in which a pane departs from any other, in the rail's order; undefined is "default". */
export function differencesOf(pane: Pane, panes: readonly Pane[]): Difference[] {
  return PARAMETER_KEYS.filter((key) =>
    panes.some((other) => !same(other.parameters[key], pane.parameters[key])),
  ).map((key) => ({
    key,
    value: pane.parameters[key],
  }));
}

function same(a: ParameterValue | undefined, b: ParameterValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
