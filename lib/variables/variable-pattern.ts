/**
 * `{{name}}`: a letter or `_`, then letters, digits, `_` and `-`, spaces inside the braces allowed; before it the
 * backslashes that escape it. It does not begin among backslashes, so that a long row of them is read once.
 */
export const VARIABLE = /(?<!\\)(\\*)(\{\{[ \t]*([\p{L}_][\p{L}\p{M}\p{N}_-]{0,63})[ \t]*\}\})/gu;

/** What a `{{name}}` is called: the same letters are the same name, however they are put together. */
export function variableName(written: string): string {
  return written.normalize("NFC");
}

/** Whether so many backslashes in front make `{{name}}` stand for itself: an even number of them stands for half as many. */
export function isEscaped(backslashes: string): boolean {
  return backslashes.length % 2 === 1;
}
