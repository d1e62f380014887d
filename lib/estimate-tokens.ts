/** Han, kana and hangul: about a token a character. Everything else: about four characters a token. */
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
const CHARACTERS_A_TOKEN = 4;

/** Measures a text that comes in pieces, and keeps none of it. */
export class TextTally {
  /** In UTF-16 units. */
  length = 0;
  #wide = 0;

  add(text: string): void {
    this.length += text.length;
    this.#wide += text.match(WIDE)?.length ?? 0;
  }

  /** About how many tokens the text is, for want of its model's own tokenizer; always to be shown as an estimate. */
  get tokens(): number {
    return this.#wide + Math.ceil((this.length - this.#wide) / CHARACTERS_A_TOKEN);
  }
}

/** About how many tokens a text is; see `TextTally`. */
export function estimateTokens(text: string): number {
  const tally = new TextTally();
  tally.add(text);
  return tally.tokens;
}

/** Tokens of a prompt: its texts, and a few for the envelope of each turn. */
export function estimatePromptTokens({
  system,
  messages,
}: {
  system: string;
  messages: { content: string }[];
}): number {
  const TURN_ENVELOPE = 4;
  const texts = [system, ...messages.map(({ content }) => content)].filter((text) => text !== "");
  return texts.reduce((sum, text) => sum + estimateTokens(text) + TURN_ENVELOPE, 0);
}
