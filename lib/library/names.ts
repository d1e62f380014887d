/** Of a name in the library, in UTF-16 units: a title fits in. */
export const NAME_CHARACTERS = 200;

/** A name as it is kept: the same name typed in another way is the same name. Empty when nothing is left. */
export function cleanName(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/** The name itself, or the first of "name (2)", "name (3)" ... that is free. */
export async function freeName(
  name: string,
  isTaken: (name: string) => boolean | Promise<boolean>,
): Promise<string> {
  const [, base = name, number] = /^(.+) \((\d{1,6})\)$/.exec(name) ?? [];
  let free = name;
  for (let next = Number(number ?? 1) + 1; await isTaken(free); next += 1) {
    const suffix = ` (${next})`;
    free = cut(base, NAME_CHARACTERS - suffix.length) + suffix;
  }
  return free;
}

/** The name that an experiment gets which has none but its file's; empty when nothing is left. */
export function nameOfFile(fileName: string): string {
  return cut(cleanName(fileName.replace(/(\.fader)?\.json$/i, "")), NAME_CHARACTERS);
}

/** The beginning of a text, without half a character at its end. */
function cut(text: string, characters: number): string {
  return text.slice(0, characters).replace(/[\uD800-\uDBFF]$/, "");
}
