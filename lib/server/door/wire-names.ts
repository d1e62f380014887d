import "server-only";
import { PARAMETER_KEYS, parameterRow, type ParameterKey } from "@/lib/catalog/parameters";

/** Other names that clients use for the same. */
export const ALIASES: Readonly<Record<string, ParameterKey>> = {
  max_completion_tokens: "maxOutputTokens",
  repeat_penalty: "repetitionPenalty",
};

/** Each parameter by the name that a client of OpenAI's writes; dots nest. */
export const KEY_OF: ReadonlyMap<string, ParameterKey> = new Map([
  ...PARAMETER_KEYS.map((key): [string, ParameterKey] => [parameterRow(key).wire, key]).filter(
    ([wire]) => wire !== "",
  ),
  ...Object.entries(ALIASES),
]);

/** Fields in which parameters nest: `response_format`. */
export const NESTING: ReadonlySet<string> = new Set(
  [...KEY_OF.keys()].filter((wire) => wire.includes(".")).map((wire) => wire.split(".")[0] as string),
);
