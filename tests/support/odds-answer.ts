import { chunk, DONE, USAGE } from "./stream-blocks";

/** Sentences of a line each, as answers have them; and how surprised their model is by one word after another. */
const WORDS = [
  "The",
  " sea",
  " is",
  " wide",
  ",",
  " and",
  " no",
  " one",
  " knows",
  " where",
  " it",
  " ends",
  ".\n",
];
const LOGPROBS = [-0.05, -1.2, -0.3, -3, -0.01, -6, -0.7];
const OTHERS = ["x", " y", " z", " of", " the"].map((token, at) => entry(token, -2 - at));

function entry(token: string, logprob: number): object {
  return { token, logprob, bytes: [...Buffer.from(token)] };
}

/** The word at a place of the answer. */
export function wordAt(index: number, { hasLines = true } = {}): string {
  const word = WORDS[index % WORDS.length] as string;
  return hasLines ? word : word.replace("\n", " ");
}

/** The logprobs of an answer's token, as OpenAI's `choices[].logprobs` has them: five alternatives, bytes and all. */
export function oddsAt(index: number, word: string): object {
  const drawn = entry(word, LOGPROBS[index % LOGPROBS.length] as number);
  return { ...drawn, top_logprobs: [drawn, ...OTHERS] };
}

/** An answer of so many words with logprobs, several words to a block. */
export function answerWithOdds(words: number, perBlock = 1): string[] {
  const blocks: string[] = [chunk({ content: "", more: { role: "assistant" } })];
  for (let first = 0; first < words; first += perBlock) {
    const places = Array.from({ length: Math.min(perBlock, words - first) }, (_, at) => first + at);
    blocks.push(
      chunk({
        content: places.map((index) => wordAt(index)).join(""),
        logprobs: { content: places.map((index) => oddsAt(index, wordAt(index))), refusal: null },
      }),
    );
  }
  return [...blocks, chunk({ finish: "stop" }), USAGE, DONE];
}
