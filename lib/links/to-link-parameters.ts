import { PARAMETER_KEYS, type ParameterValues } from "../catalog/parameters";

/** Only the catalog's keys, in its order. */
export function toLinkParameters(values: ParameterValues): ParameterValues {
  return Object.fromEntries(
    PARAMETER_KEYS.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]),
  ) as ParameterValues;
}
