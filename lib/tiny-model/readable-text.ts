import { COMMON_WORDS } from "./common-words";
import { FOREIGN_WORDS, OTHER_LANGUAGES } from "./corpus/redirect-texts";

/** More than this share of the words must be known. */
const KNOWN_SHARE = 0.6;
/** A word of another language speaks louder against a text than a word that is only unknown. */
const FOREIGN_WEIGHT = 2;
/** More signs of code than this, per character, is code. */
const CODE_SHARE = 0.06;
/** Longer texts are judged by their beginning: it must be quick while one types. */
const LOOKED_AT = 2000;

const common = new Set(COMMON_WORDS);
const foreign = new Set(FOREIGN_WORDS.filter((word) => !common.has(word)));
const abroad = new Set([...foreign, ...wordsOf(OTHER_LANGUAGES.join(" ")).map((word) => word.toLowerCase())]);

/** The words Sprout can read: common ones and those of its corpus (`words` of its tokenizer), without other languages'. */
export function readableWords(corpusWords: readonly string[]): ReadonlySet<string> {
  return new Set([...corpusWords.filter((word) => !abroad.has(word)), ...common]);
}

/**
 * Whether Sprout can plausibly read a text: simple English or sums. A guess from the share of known words; a capitalized
 * word after the first passes as a name. Nothing at all can be read.
 */
export function canRead(text: string, known: ReadonlySet<string>): boolean {
  const looked = text.slice(0, LOOKED_AT).trim();
  if (looked === "") return true;
  if (looksLikeCode(looked)) return false;
  const words = wordsOf(looked);
  if (words.length === 0) return /\d/.test(looked);
  let good = 0;
  let counted = 0;
  for (const [index, word] of words.entries()) {
    const isName = index > 0 && /^\p{Lu}\p{Ll}+$/u.test(word);
    const lower = word.toLowerCase().replace("’", "'");
    if (foreign.has(lower)) counted += FOREIGN_WEIGHT;
    else if (isKnown(lower, known)) {
      good += 1;
      counted += 1;
    } else if (!isName) counted += 1;
  }
  return counted === 0 || good / counted > KNOWN_SHARE;
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu) ?? [];
}

/** The word, or what is left of it without an ending. A single letter is a word only where English has one. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (word.length === 1) return /[aixk]/.test(word) || known.has(word);
  if (known.has(word)) return true;
  return ENDINGS.some(
    ([ending, ...instead]) =>
      word.length > ending.length + 2 &&
      word.endsWith(ending) &&
      instead.some((end) => known.has(word.slice(0, -ending.length) + end)),
  );
}

const ENDINGS: readonly (readonly [ending: string, ...instead: string[]])[] = [
  ["'s", ""],
  ["s", ""],
  ["es", ""],
  ["ies", "y"],
  ["ed", "", "e"],
  ["ied", "y"],
  ["ing", "", "e"],
  ["ning", ""],
  ["ly", ""],
  ["er", "", "e"],
  ["ier", "y"],
  ["est", "", "e"],
];

function looksLikeCode(text: string): boolean {
  if (/^(SELECT|INSERT|UPDATE|DELETE)\b.*\b(FROM|INTO|SET|WHERE)\b/s.test(text)) return true;
  // Arrows and lists of examples are for people, too.
  const bare = text.replaceAll(/->|=>? ?\n?$/g, "");
  const signs = bare.match(/[{}[\]<>;|$@#_\\^~`]|\(\)|==|=>|\w\(/g)?.length ?? 0;
  return signs / text.length > CODE_SHARE;
}
