import "server-only";
import type { EndReason } from "@/lib/run-events";
import { countAt, isObject, listAt, textAt, type Json } from "../json-fields";
import { readError, type Delta, type Usage } from "./delta";
import { readTokens } from "./token-odds";

/** Reads one payload of a Responses stream, or a whole `response` from a server that does not stream. */
export function readResponseEvent(json: Json): Delta {
  if (json.object === "response") return { ...wholeText(json), ...ended(json) };
  switch (json.type) {
    case "response.output_text.delta": {
      const tokens = readTokens(json.logprobs);
      return { text: textAt(json, "delta"), ...(tokens.length > 0 ? { tokens } : {}) };
    }
    case "response.refusal.delta":
      return { text: textAt(json, "delta") };
    case "response.reasoning_summary_text.delta":
    case "response.reasoning_text.delta":
      return { reasoning: textAt(json, "delta") };
    case "response.completed":
    case "response.incomplete":
    case "response.failed":
      return ended(json.response);
    case "error":
      return {
        error: readError(json) ?? { said: textAt(json, "message") ?? "", code: textAt(json, "code") },
      };
    default: {
      const error = readError(json);
      return error ? { error } : {};
    }
  }
}

function ended(response: unknown): Delta {
  if (!isObject(response)) return {};
  const shared = { servedModel: textAt(response, "model"), usage: readUsage(response.usage) };
  switch (response.status) {
    case "completed":
      return { ...shared, ending: "complete" };
    case "incomplete":
      return { ...shared, ending: incompleteEnding(textAt(response.incomplete_details, "reason")) };
    case "failed":
      return { ...shared, error: readError(response) ?? { said: "" } };
    default:
      return shared;
  }
}

function incompleteEnding(reason: string | undefined): EndReason {
  if (reason === "content_filter") return "content_filter";
  return reason === "max_output_tokens" ? "length" : "cut";
}

function wholeText(response: Json): Delta {
  const parts = listAt(response, "output").flatMap((item) => listAt(item, "content"));
  return { text: parts.map((part) => textAt(part, "text") ?? textAt(part, "refusal") ?? "").join("") };
}

function readUsage(usage: unknown): Usage | undefined {
  const input = countAt(usage, "input_tokens");
  const output = countAt(usage, "output_tokens");
  if (input === undefined || output === undefined) return undefined;
  const reasoning = countAt(isObject(usage) ? usage.output_tokens_details : undefined, "reasoning_tokens");
  return { input, output, ...(reasoning === undefined ? {} : { reasoning }) };
}
