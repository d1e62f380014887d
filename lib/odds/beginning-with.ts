import type { TokenOdds } from "./odds";

/**
 * The beginning of an answer that has `row` at a place instead: its text, and its tokens where all are known by number.
 * Undefined where nothing can follow: behind the end of the answer, or behind a part of a character that only a token's
 * number could tell.
 */
export function beginningWith(
  tokens: readonly TokenOdds[],
  index: number,
  row: TokenOdds,
): { text: string; tokens?: number[] } | undefined {
  if (row.bytes.length === 0) return undefined;
  const all = [...tokens.slice(0, index), row];
  const ids = all.flatMap(({ id }) => id ?? []);
  const bytes = Uint8Array.from(all.flatMap((token) => [...token.bytes]));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (ids.length === all.length) return { text, tokens: ids };
  return text.endsWith("\uFFFD") ? undefined : { text };
}
