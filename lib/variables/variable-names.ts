import { isEscaped, VARIABLE, variableName } from "./variable-pattern";

/** The names of the variables in these texts, each once, in the order in which they come. */
export function variableNames(texts: readonly string[]): string[] {
  const names = texts
    .filter((text) => text.includes("{{"))
    .flatMap((text) => [...text.matchAll(VARIABLE)])
    .flatMap(([, backslashes = "", , name = ""]) => (isEscaped(backslashes) ? [] : [variableName(name)]));
  return [...new Set(names)];
}
