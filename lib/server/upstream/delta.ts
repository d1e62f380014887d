import "server-only";
import type { EndReason, RunToken } from "@/lib/run-events";
import { isObject, textAt } from "../json-fields";

/** What a model's server said of the tokens it counted. */
export type Usage = { input: number; output: number; reasoning?: number };

/** What one payload of a stream brings, whatever the format. Fields that it does not speak of are absent. */
export type Delta = {
  text?: string;
  reasoning?: string;
  tokens?: RunToken[];
  usage?: Usage;
  servedModel?: string;
  ending?: EndReason;
  /** The server failed in mid-stream. */
  error?: { said: string; code?: string };
};

/** An error as servers write it: `{error: {message, code}}`, `{error: "text"}`, `{detail: ...}` or `{message}`. */
export function readError(json: unknown): Delta["error"] | undefined {
  if (!isObject(json)) return undefined;
  const { error, detail } = json;
  if (typeof error === "string") return { said: error, code: textAt(json, "error_type") };
  if (isObject(error)) {
    const said = textAt(error, "message") ?? textAt(error, "code") ?? JSON.stringify(error);
    return { said, code: textAt(error, "code") ?? textAt(error, "type") };
  }
  if (typeof detail === "string") return { said: detail };
  if (Array.isArray(detail))
    return { said: detail.map((each) => textAt(each, "msg") ?? JSON.stringify(each)).join("; ") };
  return undefined;
}
