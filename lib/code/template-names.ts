/** Words of the template language. */
const RESERVED = new Set([
  "true",
  "false",
  "none",
  "null",
  "and",
  "or",
  "not",
  "in",
  "is",
  "if",
  "else",
  "env",
]);

/**
 * Names for our variables in promptfoo's templates, each one's own: a hyphen would be a minus there, and names that begin
 * with `_` are promptfoo's.
 */
export function templateNames(names: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const word = name.replaceAll("-", "_");
    let own = RESERVED.has(word) || word.startsWith("_") ? `variable_${word}` : word;
    while (taken.has(own)) own += "_";
    taken.add(own);
    given.set(name, own);
  }
  return given;
}

/** Whether promptfoo takes a value as it is: not as a file or a template, nor without its last line break. */
export function isPlainValue(value: string): boolean {
  return !/^(?:file:\/\/|package:)|\{[{%#]|\n$/.test(value);
}
