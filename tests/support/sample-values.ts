import {
  PARAMETER_KEYS,
  parameterRow,
  type ParameterKey,
  type ParameterRow,
  type ParameterValue,
  type ParameterValues,
} from "@/lib/catalog/parameters";

/** A value of a row's kind that is not its neutral one. */
function sampleOf(row: ParameterRow): ParameterValue {
  switch (row.kind) {
    case "number":
      return row.max / 2 === row.neutral ? row.max / 4 : row.max / 2;
    case "integer":
      return row.min + 3;
    case "choice":
      return row.values[row.values.length - 1] as ParameterValue;
    case "switch":
      return true;
    case "strings":
      return ["END", "\n\n"];
    case "tokenBias":
      return { "42": row.min, "7": 0 };
    case "schema":
      return { type: "object", properties: { answer: { type: "string" } } };
    case "body":
      return { cache_prompt: false };
  }
}

/** Every parameter set. */
export const EVERYTHING_SET: ParameterValues = Object.fromEntries(
  PARAMETER_KEYS.map((key) => [key, sampleOf(parameterRow(key))]),
);

export function sampleValue(key: ParameterKey): ParameterValue {
  return sampleOf(parameterRow(key));
}
