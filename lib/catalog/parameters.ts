/**
 * Every prompt parameter Fader knows: the one source of truth. Faders, request validation, permalinks, wire bodies,
 * code export and tests are loops over this table. Rows hold no prose: `lib/messages` holds
 * `parameters.<key>.{label, help, low, high}` in every language.
 *
 * Ranges are the widest that any supported server documents; a dialect may narrow the fader (`dialects.ts`).
 */

export type ParameterGroup =
  "sampling" | "repetition" | "length" | "reasoning" | "format" | "probabilities" | "advanced";
export type ParameterLevel = "basic" | "advanced" | "expert";

type Row = { group: ParameterGroup; level: ParameterLevel; wire: string; requires?: Requirement };
/** Something works only while `parameter` has a certain value, or is unset where that value is the model's default. */
export type Requirement = { parameter: string; value: string | boolean; orUnset?: boolean };

/** A number on a fader. `neutral` switches the parameter off; without one, `rests` says at which end an unset fader stands. */
export type NumberRow = Row & {
  kind: "number" | "integer";
  min: number;
  max: number;
  step: number;
  /** The fader's own upper end where the number field admits more than is pleasant to slide over. */
  faderMax?: number;
  neutral?: number;
  rests?: "low" | "high";
};
export type ChoiceRow = Row & { kind: "choice"; values: readonly string[] };
export type SwitchRow = Row & { kind: "switch" };
export type StringsRow = Row & { kind: "strings"; maxItems: number; maxLength: number };
export type TokenBiasRow = Row & { kind: "tokenBias"; min: number; max: number; maxItems: number };
export type JsonRow = Row & { kind: "schema" | "body" };
export type ParameterRow = NumberRow | ChoiceRow | SwitchRow | StringsRow | TokenBiasRow | JsonRow;

export const PARAMETERS = {
  temperature: {
    kind: "number",
    group: "sampling",
    level: "basic",
    wire: "temperature",
    min: 0,
    max: 2,
    step: 0.05,
    neutral: 1,
  },
  maxOutputTokens: {
    kind: "integer",
    group: "length",
    level: "basic",
    wire: "max_tokens",
    min: 1,
    max: 1_000_000,
    step: 1,
    faderMax: 4096,
    rests: "high",
  },
  topP: {
    kind: "number",
    group: "sampling",
    level: "basic",
    wire: "top_p",
    min: 0,
    max: 1,
    step: 0.01,
    neutral: 1,
  },
  seed: {
    kind: "integer",
    group: "sampling",
    level: "basic",
    wire: "seed",
    min: 0,
    max: 4_294_967_295,
    step: 1,
    faderMax: 100,
    rests: "low",
  },
  topK: {
    kind: "integer",
    group: "sampling",
    level: "advanced",
    wire: "top_k",
    min: 0,
    max: 100_000,
    step: 1,
    faderMax: 100,
    neutral: 0,
  },
  minP: {
    kind: "number",
    group: "sampling",
    level: "advanced",
    wire: "min_p",
    min: 0,
    max: 1,
    step: 0.01,
    neutral: 0,
  },
  typicalP: {
    kind: "number",
    group: "sampling",
    level: "advanced",
    wire: "typical_p",
    min: 0,
    max: 1,
    step: 0.01,
    neutral: 1,
  },
  frequencyPenalty: {
    kind: "number",
    group: "repetition",
    level: "advanced",
    wire: "frequency_penalty",
    min: -2,
    max: 2,
    step: 0.1,
    neutral: 0,
  },
  presencePenalty: {
    kind: "number",
    group: "repetition",
    level: "advanced",
    wire: "presence_penalty",
    min: -2,
    max: 2,
    step: 0.1,
    neutral: 0,
  },
  repetitionPenalty: {
    kind: "number",
    group: "repetition",
    level: "advanced",
    wire: "repetition_penalty",
    min: 0.1,
    max: 2,
    step: 0.05,
    neutral: 1,
  },
  stop: { kind: "strings", group: "length", level: "advanced", wire: "stop", maxItems: 4, maxLength: 200 },
  reasoningEffort: {
    kind: "choice",
    group: "reasoning",
    level: "advanced",
    wire: "reasoning_effort",
    values: ["none", "minimal", "low", "medium", "high", "xhigh", "max"],
  },
  verbosity: {
    kind: "choice",
    group: "reasoning",
    level: "advanced",
    wire: "verbosity",
    values: ["low", "medium", "high"],
  },
  logprobs: { kind: "switch", group: "probabilities", level: "advanced", wire: "logprobs" },
  topLogprobs: {
    kind: "integer",
    group: "probabilities",
    level: "advanced",
    wire: "top_logprobs",
    min: 0,
    max: 20,
    step: 1,
    rests: "low",
    requires: { parameter: "logprobs", value: true },
  },
  responseFormat: {
    kind: "choice",
    group: "format",
    level: "advanced",
    wire: "response_format.type",
    values: ["text", "json_object", "json_schema"],
  },
  jsonSchema: {
    kind: "schema",
    group: "format",
    level: "expert",
    wire: "response_format.json_schema",
    requires: { parameter: "responseFormat", value: "json_schema" },
  },
  logitBias: {
    kind: "tokenBias",
    group: "advanced",
    level: "expert",
    wire: "logit_bias",
    min: -100,
    max: 100,
    maxItems: 300,
  },
  extraBody: { kind: "body", group: "advanced", level: "expert", wire: "" },
} as const satisfies Record<string, ParameterRow>;

export type ParameterKey = keyof typeof PARAMETERS;

/** All keys, in the order in which the rail shows them. */
export const PARAMETER_KEYS = Object.keys(PARAMETERS) as ParameterKey[];

export type JsonObject = { [key: string]: JsonValue };
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

type ValueOf<R extends ParameterRow> = R extends NumberRow
  ? number
  : R extends ChoiceRow
    ? R["values"][number]
    : R extends SwitchRow
      ? boolean
      : R extends StringsRow
        ? string[]
        : R extends TokenBiasRow
          ? Record<string, number>
          : JsonObject;

/** What a pane holds: a missing key is "default, not sent"; 0 and false are values. */
export type ParameterValues = { [K in ParameterKey]?: ValueOf<(typeof PARAMETERS)[K]> };
export type ParameterValue = NonNullable<ParameterValues[ParameterKey]>;

/** The row of `key`, with the general type that loops need. */
export function parameterRow(key: ParameterKey): ParameterRow {
  return PARAMETERS[key];
}

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(PARAMETERS, key);
}
