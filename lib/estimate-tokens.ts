/** Han, kana and hangul: about a token a character. Everything else: about four characters a token. */
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
const CHARACTERS_A_TOKEN = 4;

/** About how many tokens a text is, for want of its model's own tokenizer; always to be shown as an estimate. */
export function estimateTokens(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide + Math.ceil((text.length - wide) / CHARACTERS_A_TOKEN);
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
