import { ASSISTANT, BOS, END, SYSTEM, USER } from "./special-tokens";
import type { Tokenizer } from "./tokenizer";

export type ChatMessage = { role: "user" | "assistant"; content: string };
export type ChatDocument = { system?: string; messages: ChatMessage[] };

/**
 * A conversation as the tokens Sprout was trained on:
 *
 *     <|bos|> [<|system|> text <|end|>] <|user|> text <|end|> <|assistant|> text <|end|> ... <|assistant|>
 *
 * The last <|assistant|> is open, ready to be answered. When the last message is the assistant's own it is a prefill:
 * it stays open and the model continues it. A space at its end is left off, because the model's words bring theirs.
 */
export function renderChat({ system, messages }: ChatDocument, tokenizer: Tokenizer): number[] {
  const last = messages.at(-1);
  const isPrefill = last?.role === "assistant";
  const closed = isPrefill ? messages.slice(0, -1) : messages;
  const open = isPrefill ? tokenizer.encode(last.content.trimEnd()) : [];
  return [
    ...renderTurns({ system, messages: closed }, tokenizer).flatMap(({ ids }) => ids),
    ASSISTANT,
    ...open,
  ];
}

/** A turn as tokens; only the assistant's own words, and the end of its turn, are what it learns to say. */
export type RenderedTurn = { ids: number[]; isAnswer: boolean };

/** A whole conversation, every turn closed: what training sees. The <|bos|> stands as a turn of its own. */
export function renderTurns({ system, messages }: ChatDocument, tokenizer: Tokenizer): RenderedTurn[] {
  const turn = (token: number, text: string) => ({
    ids: [token, ...tokenizer.encode(text), END],
    isAnswer: token === ASSISTANT,
  });
  return [
    { ids: [BOS], isAnswer: false },
    ...(system === undefined || system === "" ? [] : [turn(SYSTEM, system)]),
    ...messages.map(({ role, content }) => turn(role === "user" ? USER : ASSISTANT, content)),
  ];
}
