import "server-only";
import type { RunEventBody, RunToken } from "@/lib/run-events";
import type { Texts } from "../texts";
import { failureOf } from "./failures";
import { finishReasonOf, logprobsOf, usageOf, type Completion, type Frame } from "./openai-shapes";
import { DoorError } from "./problem";
import type { ChatRequest } from "./read-chat-request";

/** Waits for the ending and gives the answer as one `chat.completion`; throws when it did not come whole. */
export async function wholeAnswer(
  events: AsyncIterable<RunEventBody>,
  asked: ChatRequest,
  frame: Frame,
  texts: Texts,
): Promise<Completion> {
  let [text, reasoning] = ["", ""];
  const tokens: RunToken[] = [];
  let usage: Completion["usage"];
  for await (const event of events) {
    const failure = failureOf(event, asked, texts);
    if (failure) throw new DoorError(failure);
    if (event.type === "text") text += event.text;
    else if (event.type === "reasoning") reasoning += event.text;
    else if (event.type === "tokens") tokens.push(...event.tokens);
    else if (event.type === "usage") usage = usageOf(event);
    else if (event.type === "end") {
      const choice: Completion["choices"][number] = {
        index: 0,
        message: {
          role: "assistant",
          content: text,
          refusal: null,
          ...(reasoning === "" ? {} : { reasoning_content: reasoning }),
        },
        logprobs: asked.wantsLogprobs ? logprobsOf(tokens) : null,
        finish_reason: finishReasonOf(event.reason) ?? "stop",
      };
      const model = event.servedModel ?? asked.prompt.model;
      return { ...frame, object: "chat.completion", model, choices: [choice], ...(usage ? { usage } : {}) };
    }
  }
  throw new Error("a run ended without an ending");
}
