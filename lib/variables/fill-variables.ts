import { isEscaped, VARIABLE, variableName } from "./variable-pattern";

/**
 * The text with each `{{name}}` replaced by its value; one without a value, or an empty one, stays. `\{{name}}` becomes
 * `{{name}}`. What stands in a value is left as it is.
 */
export function fillVariables(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(VARIABLE, (_, backslashes: string, braces: string, name: string) => {
    const value = isEscaped(backslashes) ? "" : values.get(variableName(name));
    return backslashes.slice(0, backslashes.length >> 1) + (value || braces);
  });
}
