import { FIRST_BYTE, FIRST_MERGE } from "./special-tokens";
import { splitPieces, Tokenizer, type TokenizerFile } from "./tokenizer";

type Word = { text: string; ids: number[]; count: number };
type Options = { size: number; wholeWords: readonly string[] };

/**
 * Trains a byte-pair encoding: the most frequent neighbouring pair becomes a new token, again and again, until there are
 * `size` tokens. `wholeWords` (with the space before them, as " mat") are given merges of their own, so that each is a
 * single token. Deterministic: equal counts go to the lower ids.
 */
export function trainTokenizer(texts: Iterable<string>, { size, wholeWords }: Options): TokenizerFile {
  const counted = countWords(texts);
  // Merges for the whole words come last and need room; how much shows only when the rest is known.
  for (let reserved = wholeWords.length; ; reserved *= 2) {
    const words = counted.map((word) => ({ ...word }));
    const merges: [number, number][] = [];
    const addFrequent = (upTo: number) => {
      for (
        let pair = mostFrequentPair(words);
        pair && FIRST_MERGE + merges.length < upTo;
        pair = mostFrequentPair(words)
      ) {
        addMerge(merges, words, pair);
      }
    };
    addFrequent(size - reserved);
    for (const word of wholeWords) joinWhole(word, merges, words);
    if (FIRST_MERGE + merges.length > size) continue;
    addFrequent(size);
    return { version: 1, merges, words: knownWords(counted) };
  }
}

function addMerge(merges: [number, number][], words: Word[], pair: [number, number]): void {
  const id = FIRST_MERGE + merges.length;
  merges.push(pair);
  for (const word of words) word.ids = mergePair(word.ids, pair, id);
}

function mergePair(ids: number[], [left, right]: [number, number], id: number): number[] {
  const merged: number[] = [];
  for (let i = 0; i < ids.length; i += 1) {
    if (ids[i] === left && ids[i + 1] === right) {
      merged.push(id);
      i += 1;
    } else {
      merged.push(ids[i] as number);
    }
  }
  return merged;
}

/** Adds the merges that make one token of a word, from its left end on. */
function joinWhole(text: string, merges: [number, number][], words: Word[]): void {
  const tokenizer = new Tokenizer({ version: 1, merges, words: [] });
  let ids = tokenizer.encode(text);
  while (ids.length > 1) {
    const pair: [number, number] = [ids[0] as number, ids[1] as number];
    ids = [FIRST_MERGE + merges.length, ...ids.slice(2)];
    addMerge(merges, words, pair);
  }
}

/** The words of the texts in lower case: what the model can be said to have read. */
function knownWords(words: readonly { text: string }[]): string[] {
  return [
    ...new Set(words.map(({ text }) => text.trim().toLowerCase()).filter((text) => /^\p{L}/u.test(text))),
  ].toSorted();
}

function countWords(texts: Iterable<string>): Word[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const piece of splitPieces(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const encoder = new TextEncoder();
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([piece, count]) => ({
      text: piece,
      ids: Array.from(encoder.encode(piece), (byte) => FIRST_BYTE + byte),
      count,
    }));
}

function mostFrequentPair(words: readonly Word[]): [number, number] | undefined {
  const counts = new Map<number, number>();
  for (const { ids, count } of words) {
    for (let i = 0; i + 1 < ids.length; i += 1) {
      const key = (ids[i] as number) * 65_536 + (ids[i + 1] as number);
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
  let best: number | undefined;
  let most = 1;
  for (const [key, count] of counts) {
    if (count > most || (count === most && best !== undefined && key < best)) {
      best = key;
      most = count;
    }
  }
  return best === undefined ? undefined : [Math.floor(best / 65_536), best % 65_536];
}
