/** In characters: what a line of the rail holds. */
const SHOWN = 28;

/** The end of the text that the tokens before a place make, from a word's beginning on; "" for the first place. */
export function textBefore(tokens: readonly { bytes: readonly number[] }[], index: number): string {
  const bytes = tokens.slice(0, index).flatMap(({ bytes }) => [...bytes]);
  const text = new TextDecoder().decode(Uint8Array.from(bytes)).replaceAll(/\s+/g, " ").trim();
  const letters = [...text];
  if (letters.length <= SHOWN) return text;
  const end = letters.slice(-SHOWN).join("");
  return `…${end.slice(Math.max(0, end.indexOf(" ") + 1))}`;
}
