import type { ChatDocument } from "../tiny-model/chat-template";

/** In characters: what a line of the rail holds. */
const SHOWN = 28;

/**
 * The end of the text that stands before a place, from a word's beginning on; "" where there is none.
 *
 * @param given the beginning of the answer that the model was given
 */
export function textBefore(
  tokens: readonly { bytes: readonly number[] }[],
  index: number,
  given = "",
): string {
  const bytes = tokens.slice(0, index).flatMap(({ bytes }) => [...bytes]);
  const made = new TextDecoder().decode(Uint8Array.from(bytes));
  const text = `${given}${made}`.replaceAll(/\s+/g, " ").trim();
  const letters = [...text];
  if (letters.length <= SHOWN) return text;
  const end = letters.slice(-SHOWN).join("");
  return `…${end.slice(Math.max(0, end.indexOf(" ") + 1))}`;
}

/** The beginning of an answer that a model is given: an assistant's message that stands last. */
export function givenBeginning({ messages }: ChatDocument): string {
  const last = messages.at(-1);
  return last?.role === "assistant" ? last.content : "";
}
