/** Scripts that put no spaces between words: each of their characters is a piece. */
const SPACELESS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const LETTER = String.raw`(?:(?![${SPACELESS}])[\p{L}\p{N}])\p{M}*`;

/** One of these: a character of such a script, a word with its inner signs ("don't", "3.14"), a picture, any other sign. */
const CORE = [
  String.raw`[${SPACELESS}]\p{M}*`,
  String.raw`(?:${LETTER})+(?:['’._-](?:${LETTER})+)*`,
  String.raw`\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]|\u{200D}\p{Extended_Pictographic})*`,
  String.raw`\S\p{M}*`,
].join("|");

const PIECE = new RegExp(String.raw`\s*(?:${CORE})|\s+$`, "gu");

/**
 * A text cut into words and signs, each with the space before it; joined they are the text again. The same in every engine,
 * which `Intl.Segmenter` with its dictionaries is not.
 */
export function piecesOf(text: string): string[] {
  return text.match(PIECE) ?? [];
}

/** Whether a piece is a word, or a character of a script without spaces, and not only signs and space. */
export function isWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece);
}
