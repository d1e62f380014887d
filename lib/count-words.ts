/** Scripts that write no spaces between words; a text in them is measured in characters. */
const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * How long a text is, as a reader of `locale` would count: words, wherever the language puts their ends. Chinese counts its
 * characters, and a word of another script as one.
 */
export function countWords(text: string, locale: string): number {
  const countsCharacters = locale.startsWith("zh");
  let count = 0;
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: "word" }).segment(text)) {
    if (!isWordLike) continue;
    count += (countsCharacters && segment.match(CHARACTER)?.length) || 1;
  }
  return count;
}
