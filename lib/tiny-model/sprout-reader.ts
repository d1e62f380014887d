import { renderChat, type ChatMessage } from "./chat-template";
import { canRead, readableWords } from "./readable-text";
import { Tokenizer, type TokenizerFile } from "./tokenizer";

/** What can be told of a prompt from the tokenizer alone, before Sprout is asked. */
export type SproutReader = {
  /** Whether Sprout can plausibly read the text. */
  canRead: (text: string) => boolean;
  /** The tokens of its room that the prompt takes, the opening of the answer with them. */
  countTokens: (system: string, messages: readonly ChatMessage[]) => number;
};

export function createReader(file: TokenizerFile): SproutReader {
  const tokenizer = new Tokenizer(file);
  const words = readableWords(file.words);
  return {
    canRead: (text) => canRead(text, words),
    countTokens: (system, messages) => renderChat({ system, messages: [...messages] }, tokenizer).length,
  };
}
