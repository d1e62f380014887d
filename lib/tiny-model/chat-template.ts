import { ASSISTANT, BOS, END, FIRST_BYTE, SYSTEM, USER } from "./special-tokens";
import type { Tokenizer } from "./tokenizer";

/** `tokens`, where an assistant's message has them, are the exact ones it was written with: another cut than `encode` makes. */
export type ChatMessage = { role: "user" | "assistant"; content: string; tokens?: readonly number[] };
export type ChatDocument = { system?: string; messages: ChatMessage[] };

/**
 * A conversation as the tokens Sprout was trained on:
 *
 *     <|bos|> [<|system|> text <|end|>] <|user|> text <|end|> <|assistant|> text <|end|> ... <|assistant|>
 *
 * The last <|assistant|> is open, ready to be answered. When the last message is the assistant's own it is a prefill:
 * it stays open and the model continues it. A space at its end is left off, because the model's words bring theirs; but
 * where a message has exact tokens, these stand as they are (see `readsAs`).
 */
export function renderChat({ system, messages }: ChatDocument, tokenizer: Tokenizer): number[] {
  const last = messages.at(-1);
  const closed = last?.role === "assistant" ? messages.slice(0, -1) : messages;
  return [
    ...renderTurns({ system, messages: closed }, tokenizer).flatMap(({ ids }) => ids),
    ASSISTANT,
    ...prefillTokens(messages, tokenizer),
  ];
}

/** The tokens of the prefill that a conversation ends with; none where it does not. */
export function prefillTokens(messages: readonly ChatMessage[], tokenizer: Tokenizer): readonly number[] {
  const last = messages.at(-1);
  return last?.role === "assistant" ? (last.tokens ?? tokenizer.encode(last.content.trimEnd())) : [];
}

/** Whether tokens can stand for `text`: ordinary ones, which no turn's frame is made of, that read exactly as it. */
export function readsAs(text: string, tokens: readonly number[], tokenizer: Tokenizer): boolean {
  const areOrdinary = tokens.every((id) => id >= FIRST_BYTE && id < tokenizer.size);
  return areOrdinary && tokenizer.decode(tokens) === text;
}

/** A turn as tokens; only the assistant's own words, and the end of its turn, are what it learns to say. */
export type RenderedTurn = { ids: number[]; isAnswer: boolean };

/** A whole conversation, every turn closed: what training sees. The <|bos|> stands as a turn of its own. */
export function renderTurns({ system, messages }: ChatDocument, tokenizer: Tokenizer): RenderedTurn[] {
  const turn = (token: number, text: string, exact?: readonly number[]) => ({
    ids: [token, ...(exact ?? tokenizer.encode(text)), END],
    isAnswer: token === ASSISTANT,
  });
  return [
    { ids: [BOS], isAnswer: false },
    ...(system === undefined || system === "" ? [] : [turn(SYSTEM, system)]),
    ...messages.map(({ role, content, tokens }) => turn(role === "user" ? USER : ASSISTANT, content, tokens)),
  ];
}
