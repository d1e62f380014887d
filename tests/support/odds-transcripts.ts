import { chunk, COMPLETED, DONE, response, responses, USAGE } from "./stream-blocks";

/** A token as servers write it: its bytes, and beside it an alternative with bytes of its own. */
type Drawn = { bytes: number[]; other: number[]; name?: string };

const encode = (text: string) => [...new TextEncoder().encode(text)];

/** How OpenAI writes bytes that are no whole characters: `\xe6`, as text. */
function escaped(bytes: number[]): string {
  const text = new TextDecoder().decode(Uint8Array.from(bytes));
  return text.includes("\uFFFD") ? bytes.map((byte) => `\\x${byte.toString(16)}`).join("") : text;
}

function entry(bytes: number[], logprob: number, name = escaped(bytes)): object {
  return { token: name, bytes, logprob };
}

function content(drawn: Drawn[]): object[] {
  return drawn.map(({ bytes, other, name }) => ({
    ...entry(bytes, -0.25, name),
    top_logprobs: [entry(bytes, -0.25, name), entry(other, -1.5)],
  }));
}

const chatOdds = (text: string, ...drawn: Drawn[]) =>
  chunk({ content: text, logprobs: { content: content(drawn), refusal: null } });
const responsesOdds = (delta: string, ...drawn: Drawn[]) =>
  response("response.output_text.delta", { delta, logprobs: content(drawn) });

/** Chunks between the first and the last that a Chat Completions stream has. */
function chat(...middle: string[]): string[] {
  return [
    chunk({ content: "", more: { role: "assistant" } }),
    ...middle,
    chunk({ finish: "stop" }),
    USAGE,
    DONE,
  ];
}

const token = (text: string, other = "a"): Drawn => ({ bytes: encode(text), other: encode(other) });
const [moon1 = 0, moon2 = 0, moon3 = 0] = encode("月");
const [wave1 = 0, wave2 = 0, wave3 = 0, wave4 = 0] = encode("👋");
/** The parts of "月" and "👋"; each might have become another character, 朋 or 👀. */
const MOON: Drawn[] = [
  { bytes: [moon1, moon2], other: encode("朋").slice(0, 2) },
  { bytes: [moon3], other: encode("朋").slice(2) },
];
const WAVE: Drawn[] = [
  { bytes: [wave1, wave2], other: encode("👀").slice(0, 2), name: "bytes:\\xf0\\x9f" },
  { bytes: [wave3], other: encode("👀").slice(2, 3) },
  { bytes: [wave4], other: encode("👀").slice(3) },
];

/** Answers with logprobs whose tokens are parts of characters: what they are joined from, and the whole text. */
export const ODDS = {
  /** "Hé": the two bytes of "é" come in two tokens, the text with the second. */
  CHAT: {
    blocks: chat(
      chatOdds("H", token("H", "A")),
      chatOdds("", { bytes: [0xc3], other: encode("e") }),
      chatOdds("é", { bytes: [0xa9], other: encode("a") }),
    ),
    text: "Hé",
  },
  /** A Chinese character in two tokens a chunk each, an emoji in three of one chunk. */
  CHAT_SPLIT: {
    blocks: chat(
      chatOdds("看", token("看")),
      ...MOON.map((each, at) => chatOdds(at === MOON.length - 1 ? "月" : "", each)),
      chatOdds("👋", ...WAVE),
      chatOdds("！", token("！", "。")),
    ),
    text: "看月👋！",
  },
  RESPONSES: {
    blocks: responses(
      [responsesOdds("看", token("看")), responsesOdds("月", ...MOON), responsesOdds("👋", ...WAVE)],
      COMPLETED,
    ),
    text: "看月👋",
  },
};
