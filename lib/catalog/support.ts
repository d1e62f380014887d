import { dialectRow, type DialectId } from "./dialects";
import { readModelId } from "./models";
import { parameterRow, type ParameterKey, type ParameterValues } from "./parameters";
import { providerRow } from "./providers";

/** Why a parameter is not sent; `lib/messages` has `reasons.<code>` for each. */
export type ReasonCode = "notTaken" | "needsOther" | "unknownProvider";

export type Support =
  | { support: "supported" | "mayBeIgnored" }
  | { support: "unsupported" | "unknown"; reason: ReasonCode }
  | {
      support: "conditional";
      reason: ReasonCode;
      needs: { parameter: ParameterKey; value: string | boolean };
    };

/** The dialect that a model's provider speaks, or undefined when the provider is unknown here. */
export function dialectOf(model: string): DialectId | undefined {
  const { provider } = readModelId(model);
  return provider && providerRow(provider).dialect;
}

/** Where `key` stands in this dialect's request body (dots nest), or null when it is not taken. */
export function wirePath(key: ParameterKey, dialect: DialectId): string | null {
  const name = dialectRow(dialect).names[key];
  return name === undefined ? parameterRow(key).wire : name;
}

/** Whether `model` takes `key`, given the other values that are set. */
export function support(key: ParameterKey, model: string, values: ParameterValues): Support {
  const dialect = dialectOf(model);
  return dialect ? supportInDialect(key, dialect, values) : { support: "unknown", reason: "unknownProvider" };
}

/** The same question for a dialect, whatever the model. */
export function supportInDialect(key: ParameterKey, dialect: DialectId, values: ParameterValues): Support {
  const row = parameterRow(key);
  if (wirePath(key, dialect) === null) return { support: "unsupported", reason: "notTaken" };
  if (row.requires) {
    const needs = row.requires as { parameter: ParameterKey; value: string | boolean };
    if (values[needs.parameter] !== needs.value)
      return { support: "conditional", reason: "needsOther", needs };
  }
  return { support: dialectRow(dialect).ignoresUnknown ? "mayBeIgnored" : "supported" };
}
