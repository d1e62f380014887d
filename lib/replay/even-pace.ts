import type { Run } from "../run";

/** About so many characters are a token where nobody counted them. */
const CHARACTERS_A_TOKEN = 4;
/** In so many pieces an answer comes at most. */
const MOST_PIECES = 1000;

/**
 * A pace (`lib/pace.ts`) for an answer of which only its first token's and its end's times are known: as many pieces as it
 * has tokens, at even distances. None where not even that is known.
 */
export function evenPace({ text, reasoning, usage, end }: Run): number[] {
  const { firstTokenMs = 0, totalMs = 0 } = end?.timings ?? {};
  const characters = text.length + reasoning.length;
  if (totalMs <= 0 || characters === 0) return [];
  const tokens = usage?.output ?? Math.ceil(characters / CHARACTERS_A_TOKEN);
  const pieces = Math.max(1, Math.min(tokens, characters, MOST_PIECES));
  const first = Math.min(firstTokenMs, totalMs);
  const pace: number[] = [];
  let before = 0;
  let shown = 0;
  for (let piece = 1; piece <= pieces; piece += 1) {
    const at = Math.round(first + ((totalMs - first) * (piece - 1)) / Math.max(1, pieces - 1));
    const upTo = Math.round((characters * piece) / pieces);
    // A piece on the border between reasoning and text belongs to one of them.
    const isReasoning = shown < reasoning.length;
    const to = isReasoning ? Math.min(upTo, reasoning.length) : upTo;
    pace.push(at - before, isReasoning ? shown - to : to - shown);
    [before, shown] = [at, to];
  }
  return pace;
}
