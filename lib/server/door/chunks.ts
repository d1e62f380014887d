import "server-only";
import type { RunEventBody, RunToken } from "@/lib/run-events";
import { encodeEvent } from "@/lib/sse";
import type { Texts } from "../texts";
import { failureOf } from "./failures";
import { finishReasonOf, logprobsOf, usageOf, type Chunk, type Delta, type Frame } from "./openai-shapes";
import { errorBody } from "./problem";
import type { ChatRequest } from "./read-chat-request";

/** The last line of a whole stream. Without it, or with an error before it, the answer is not whole. */
const DONE = "[DONE]";

type Item = Chunk | ReturnType<typeof errorBody> | typeof DONE;

/** One item of the stream as it goes over the wire; the last word alone is not JSON. */
export function encodeItem(item: unknown): string {
  return item === DONE ? `data: ${DONE}\n\n` : encodeEvent(item);
}

/** An answer's events as OpenAI's chunks, those of one event together. Tokens' odds go with the part that comes next. */
export async function* toChunks(
  events: AsyncIterable<RunEventBody>,
  asked: ChatRequest,
  frame: Frame,
  texts: Texts,
): AsyncGenerator<Item[]> {
  const shared = { ...frame, object: "chat.completion.chunk", model: asked.prompt.model } as const;
  let tokens: RunToken[] = [];
  const chunk = (delta: Delta, reason: Chunk["choices"][number]["finish_reason"] = null): Chunk => {
    const logprobs = asked.wantsLogprobs && tokens.length > 0 ? logprobsOf(tokens) : null;
    tokens = [];
    const choices = [{ index: 0, delta, logprobs, finish_reason: reason }];
    return { ...shared, choices, ...(asked.wantsUsage ? { usage: null } : {}) };
  };
  let usage: Chunk["usage"];
  yield [chunk({ role: "assistant", content: "", refusal: null })];
  for await (const event of events) {
    const failure = failureOf(event, asked, texts);
    if (failure) return yield [errorBody(failure)];
    if (event.type === "tokens") tokens.push(...event.tokens);
    else if (event.type === "usage") usage = usageOf(event);
    else if (event.type === "text") yield [chunk({ content: event.text })];
    else if (event.type === "reasoning") yield [chunk({ reasoning_content: event.text })];
    else if (event.type === "end") {
      const model = event.servedModel ?? asked.prompt.model;
      const last = { ...chunk({}, finishReasonOf(event.reason) ?? "stop"), model };
      const counts = asked.wantsUsage && usage ? [{ ...shared, model, choices: [], usage }] : [];
      yield [last, ...counts, DONE];
    }
  }
}
