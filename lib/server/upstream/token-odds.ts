import "server-only";
import type { RunToken, TokenAlternative } from "@/lib/run-events";
import { isObject, listAt, textAt } from "../json-fields";

/** The tokens of a `logprobs.content` list: `{token, bytes, logprob, top_logprobs}` (Chat Completions and Responses alike). */
export function readTokens(content: unknown): RunToken[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((entry) => {
    const own = readAlternative(entry);
    return own
      ? [{ ...own, top: listAt(entry, "top_logprobs").flatMap((each) => readAlternative(each) ?? []) }]
      : [];
  });
}

function readAlternative(entry: unknown): TokenAlternative | undefined {
  const token = textAt(entry, "token");
  const logprob = isObject(entry) ? entry.logprob : undefined;
  if (token === undefined || typeof logprob !== "number" || Number.isNaN(logprob)) return undefined;
  const given = listAt(entry, "bytes");
  const bytes =
    given.every((byte) => typeof byte === "number") && given.length > 0 ? (given as number[]) : undefined;
  return { text: token, bytes: bytes ?? [...new TextEncoder().encode(token)], logprob };
}
