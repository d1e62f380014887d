import "server-only";
import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionMessage,
  ChatCompletionTokenLogprob,
} from "openai/resources/chat/completions";
import type { CompletionUsage } from "openai/resources/completions";
import type { EndReason, RunEventBody, RunToken, TokenAlternative } from "@/lib/run-events";

/** OpenAI's own types, with the null that its servers send for a fingerprint they do not have, and the open servers' reasoning. */
export type Completion = Omit<ChatCompletion, "choices" | "system_fingerprint"> & {
  system_fingerprint: null;
  choices: (Omit<ChatCompletion.Choice, "message"> & {
    message: ChatCompletionMessage & { reasoning_content?: string };
  })[];
};
export type Chunk = Omit<ChatCompletionChunk, "choices" | "system_fingerprint"> & {
  system_fingerprint: null;
  choices: (Omit<ChatCompletionChunk.Choice, "delta"> & { delta: Delta })[];
};
export type Delta = ChatCompletionChunk.Choice.Delta & { reasoning_content?: string };

/** What all objects of one answer share. */
export type Frame = { id: string; created: number; system_fingerprint: null };

/** OpenAI's word for a regular ending; undefined when the answer is not whole. */
export function finishReasonOf(reason: EndReason): "stop" | "length" | "content_filter" | undefined {
  const words = { complete: "stop", length: "length", content_filter: "content_filter" } as const;
  return reason === "cut" || reason === "stopped" ? undefined : words[reason];
}

/** Counts that are estimated say so, in a field that OpenAI does not have. */
export function usageOf(event: Extract<RunEventBody, { type: "usage" }>): CompletionUsage {
  const { input, output, reasoning, source } = event;
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    ...(reasoning === undefined ? {} : { completion_tokens_details: { reasoning_tokens: reasoning } }),
    ...(source === "estimate" ? { estimated: true } : {}),
  };
}

export function logprobsOf(tokens: readonly RunToken[]): {
  content: ChatCompletionTokenLogprob[];
  refusal: null;
} {
  return {
    content: tokens.map((token) => ({ ...alternativeOf(token), top_logprobs: token.top.map(alternativeOf) })),
    refusal: null,
  };
}

function alternativeOf({ text, bytes, logprob }: TokenAlternative) {
  return { token: text, bytes, logprob };
}
