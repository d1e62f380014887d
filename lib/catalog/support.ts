import { dialectRow, type DialectId } from "./dialects";
import { parameterRow, type ParameterKey, type ParameterValues, type Requirement } from "./parameters";
import type { Target } from "./targets";

/** Why a parameter is not sent; `lib/messages` has `reasons.<code>` for each. */
export type ReasonCode =
  "notTaken" | "needsOther" | "lockedBy" | "valueNotTaken" | "outOfRange" | "refused" | "unknownProvider";

/** What fills the placeholders of a reason's message, besides the model's name. */
export type ReasonValues = Record<string, string | number>;

export type Support =
  | { support: "supported" | "mayBeIgnored" }
  | { support: "unsupported" | "unknown" | "refused"; reason: ReasonCode; values?: ReasonValues }
  | { support: "conditional"; reason: ReasonCode; values?: ReasonValues; needs?: Requirement };

/** Where `key` stands in this dialect's request body (see `DialectRow.names`), or null when it is not taken. */
export function wirePath(key: ParameterKey, dialect: DialectId): string | null {
  const name = dialectRow(dialect).names[key];
  return name === undefined ? parameterRow(key).wire : name;
}

/**
 * Whether the model takes `key`, given the other values that are set and what it has refused before. "conditional" has a
 * way out: another value, of this parameter or of the one in `needs`.
 */
export function support(
  key: ParameterKey,
  target: Target | undefined,
  values: ParameterValues,
  refused: readonly ParameterKey[] = [],
): Support {
  if (!target) return { support: "unknown", reason: "unknownProvider" };
  const { dialect, family } = target;
  if (wirePath(key, dialect) === null || family?.refuses?.includes(key))
    return { support: "unsupported", reason: "notTaken" };
  if (refused.includes(key)) return { support: "refused", reason: "refused" };
  return (
    unmetNeed(key, family?.needs?.[key], sendable(values, refused)) ??
    badValue(key, target, values) ??
    freely(key, dialect)
  );
}

/** What is refused is not sent, so nothing that needs it can count on it. */
function sendable(values: ParameterValues, refused: readonly ParameterKey[]): ParameterValues {
  if (refused.length === 0) return values;
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => !refused.includes(key as ParameterKey)),
  ) as ParameterValues;
}

function unmetNeed(
  key: ParameterKey,
  ofFamily: Requirement | undefined,
  values: ParameterValues,
): Support | undefined {
  const needs = [parameterRow(key).requires, ofFamily].find((need) => need && !isMet(need, values));
  if (!needs) return undefined;
  // What a parameter means without the other is one thing, what this model makes of the two another.
  return { support: "conditional", reason: needs === ofFamily ? "lockedBy" : "needsOther", needs };
}

function isMet({ parameter, value, orUnset }: Requirement, values: ParameterValues): boolean {
  const given = values[parameter as ParameterKey];
  return given === value || (orUnset === true && given === undefined);
}

function badValue(
  key: ParameterKey,
  { dialect, family }: Target,
  values: ParameterValues,
): Support | undefined {
  const value = values[key];
  const choices = family?.values?.[key];
  if (typeof value === "string" && choices && !choices.includes(value))
    return { support: "conditional", reason: "valueNotTaken", values: { choices: choices.join(", ") } };
  const range = rangeOf(key, dialect);
  if (typeof value === "number" && range && (value < range.min || value > range.max))
    return { support: "conditional", reason: "outOfRange", values: range };
  return undefined;
}

/** The ends between which this dialect takes a number; undefined for what is no number. */
export function rangeOf(key: ParameterKey, dialect: DialectId): { min: number; max: number } | undefined {
  const row = parameterRow(key);
  if (row.kind !== "number" && row.kind !== "integer") return undefined;
  const own = dialectRow(dialect).ranges?.[key];
  return { min: own?.min ?? row.min, max: own?.max ?? row.max };
}

function freely(key: ParameterKey, dialect: DialectId): Support {
  const { mayIgnore } = dialectRow(dialect);
  return { support: mayIgnore === "all" || mayIgnore?.includes(key) ? "mayBeIgnored" : "supported" };
}

/** The words that a choice may take with this model, in the catalog's order. */
export function choicesOf(key: ParameterKey, target: Target | undefined): readonly string[] {
  const row = parameterRow(key);
  return target?.family?.values?.[key] ?? (row.kind === "choice" ? row.values : []);
}
