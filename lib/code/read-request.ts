import type { JsonObject, JsonValue, ParameterValues } from "../catalog/parameters";
import { LIMITS } from "../limits";
import type { Message } from "../run-request";
import type { LeftOut } from "./left-out";
import { isJsonObject } from "./plain-json";
import { readCurl, type CurlFault } from "./read-curl";
import { readSettings } from "./read-settings";
import { readTexts } from "./read-texts";

/** A request as somebody pasted it, in Fader's terms. `model` is the id in its body, `url` where a command sends it. */
export type ReadRequest = {
  model?: string;
  url?: string;
  system: string;
  messages: Message[];
  parameters: ParameterValues;
  leftOut: LeftOut[];
  /** Whether a key or cookie was in it; it is not kept. */
  hasKey: boolean;
};

/** Why a text is no request; `lib/messages` has `loading.faults.<fault>` for each. */
export type RequestFault = CurlFault | "empty" | "noData" | "notJson" | "noMessages" | "tooLong" | "tooMany";

/**
 * Reads a curl command, or the JSON of a request: Chat Completions, Responses, or a list of messages alone. Never throws.
 */
export function readRequest(text: string): ReadRequest | { fault: RequestFault } {
  const trimmed = text.trim();
  if (trimmed === "") return { fault: "empty" };
  if (/^[[{]/.test(trimmed)) return readBody(trimmed, { hasKey: false });
  const command = readCurl(trimmed);
  if ("fault" in command) return command;
  const { data, url, hasKey } = command;
  return data === undefined ? { fault: "noData" } : readBody(data, { ...(url ? { url } : {}), hasKey });
}

function readBody(
  text: string,
  around: Pick<ReadRequest, "url" | "hasKey">,
): ReadRequest | { fault: RequestFault } {
  const value = parse(text);
  const body = Array.isArray(value) ? { messages: value } : value;
  if (!isJsonObject(body)) return { fault: "notJson" };
  const { model, messages, input, instructions, ...fields } = body;
  const [field, list] = messages === undefined ? ["input", asList(input)] : ["messages", messages];
  if (!Array.isArray(list)) return { fault: "noMessages" };
  const texts = readTexts(list, field, typeof instructions === "string" ? instructions : "");
  const settings = readSettings(withUnread(fields, body, field));
  if (texts.system === "" && texts.messages.length === 0) return { fault: "noMessages" };
  if (texts.messages.length > LIMITS.messages) return { fault: "tooMany" };
  if ([texts.system, ...texts.messages.map(({ content }) => content)].some(isTooLong))
    return { fault: "tooLong" };
  return {
    ...(typeof model === "string" ? { model } : {}),
    ...around,
    system: texts.system,
    messages: texts.messages,
    parameters: settings.parameters,
    leftOut: [...texts.leftOut, ...settings.leftOut],
  };
}

/** The fields besides model and texts, with a text in it that belongs to the other format. */
function withUnread(fields: JsonObject, { input, instructions }: JsonObject, field: string): JsonObject {
  return {
    ...fields,
    ...(field === "messages" && input !== undefined ? { input } : {}),
    ...(instructions !== undefined && typeof instructions !== "string" ? { instructions } : {}),
  };
}

/** Responses takes a text alone for what the user says. */
function asList(input: JsonValue | undefined): JsonValue | undefined {
  return typeof input === "string" ? [{ role: "user", content: input }] : input;
}

function isTooLong(text: string): boolean {
  return text.length > LIMITS.textCharacters;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
