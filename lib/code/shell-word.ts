/** A text as one word of a POSIX shell: between single quotes nothing has a meaning, and a quote itself stands outside them. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
