import "server-only";
import type { EndReason } from "@/lib/run-events";
import { countAt, isObject, listAt, textAt, type Json } from "../json-fields";
import { readError, type Delta, type Usage } from "./delta";
import { readTokens } from "./token-odds";

/**
 * Reads one payload of a Chat Completions stream, or a whole `chat.completion` from a server that does not stream. Only
 * the first choice counts. Reasoning goes by three names: `reasoning` (vLLM, Ollama), `reasoning_content` (llama.cpp,
 * DeepSeek) and `thinking`.
 */
export function readChatChunk(json: Json): Delta {
  const error = readError(json);
  if (error) return { error };
  const choice = listAt(json, "choices").find(isFirst);
  const message = isObject(choice) ? (choice.delta ?? choice.message) : undefined;
  const tokens = isObject(choice) && isObject(choice.logprobs) ? readTokens(choice.logprobs.content) : [];
  return {
    text: textAt(message, "content") ?? textAt(message, "refusal"),
    reasoning:
      textAt(message, "reasoning_content") ?? textAt(message, "reasoning") ?? textAt(message, "thinking"),
    tokens: tokens.length > 0 ? tokens : undefined,
    usage: readUsage(json.usage),
    servedModel: textAt(json, "model"),
    ending: endingOf(textAt(choice, "finish_reason")),
  };
}

function isFirst(choice: unknown): boolean {
  return isObject(choice) && (choice.index ?? 0) === 0;
}

function endingOf(reason: string | undefined): EndReason | undefined {
  if (reason === undefined || reason === "") return undefined;
  return reason === "length" || reason === "content_filter" ? reason : "complete";
}

function readUsage(usage: unknown): Usage | undefined {
  const input = countAt(usage, "prompt_tokens");
  const output = countAt(usage, "completion_tokens");
  if (input === undefined || output === undefined) return undefined;
  const details = isObject(usage) ? usage.completion_tokens_details : undefined;
  const reasoning = countAt(details, "reasoning_tokens");
  return { input, output, ...(reasoning === undefined ? {} : { reasoning }) };
}
