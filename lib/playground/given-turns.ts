import type { Turn } from "./experiment";

/**
 * The turns that make the beginning of an answer that its model was given and went on from: those of the assistant that
 * stand last, while the answer is to the last of them.
 */
export function givenTurns(history: readonly Turn[], answersTurn: string | undefined): Turn[] {
  if (history.length === 0 || history.at(-1)?.id !== answersTurn) return [];
  return history.slice(history.findLastIndex(({ role }) => role !== "assistant") + 1);
}
