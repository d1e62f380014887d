import type { JsonObject, JsonValue } from "../catalog/parameters";
import { messageSchema, type Message } from "../run-request";
import type { LeftOut } from "./left-out";
import { isJsonObject, saysNothing } from "./plain-json";

/** What a body says: its system prompt, the turns behind it, and what of both is not taken. */
export type Texts = { system: string; messages: Message[]; leftOut: LeftOut[] };

const SYSTEM_ROLES = new Set(["system", "developer"]);
const TEXT_PARTS = new Set(["text", "input_text", "output_text"]);
/** Fields of a message that are read, or that say nothing of their own. */
const READ = new Set(["role", "content", "tokens", "type", "id", "status", "annotations"]);

/**
 * Reads the list of messages in a body: Chat's `messages`, or the `input` of Responses. System and developer messages in
 * front are the system prompt, one below the other, behind `first`.
 */
export function readTexts(list: JsonValue[], field: string, first: string): Texts {
  const system = first === "" ? [] : [first];
  const messages: Message[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, each] of list.entries()) {
    const name = `${field}.${index}`;
    if (!isJsonObject(each)) {
      leftOut.push({ name, why: "notText" });
      continue;
    }
    const { role } = each;
    const isSystem = typeof role === "string" && SYSTEM_ROLES.has(role);
    if (!isSystem && role !== "user" && role !== "assistant") leftOut.push({ name, why: "otherRole" });
    else if (isSystem && messages.length > 0) leftOut.push({ name, why: "lateSystem" });
    else {
      const content = readContent(each, name, leftOut);
      if (content === undefined) continue;
      if (role === "user" || role === "assistant") messages.push(toMessage(role, content, each));
      else system.push(content);
    }
  }
  return { system: system.join("\n\n"), messages, leftOut };
}

/** A message with the exact tokens it is made of, where it may have such. */
function toMessage(role: Message["role"], content: string, { tokens }: JsonObject): Message {
  const exact = messageSchema.safeParse({ role, content, tokens });
  return tokens !== undefined && exact.success ? exact.data : { role, content };
}

/** The text of a message; of several parts each on a line of its own. Undefined when there is none. */
function readContent(message: JsonObject, name: string, leftOut: LeftOut[]): string | undefined {
  for (const [field, value] of Object.entries(message))
    if (!READ.has(field) && !saysNothing(value))
      leftOut.push({ name: `${name}.${field}`, why: "notCarried" });
  const { content } = message;
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) {
    leftOut.push({ name: `${name}.content`, why: "notText" });
    return undefined;
  }
  const texts = content.flatMap((part, index) => {
    const { type, text } = isJsonObject(part) ? part : {};
    if (typeof type === "string" && TEXT_PARTS.has(type) && typeof text === "string") return text;
    leftOut.push({ name: `${name}.content.${index}`, why: "notText" });
    return [];
  });
  return texts.length === 0 ? undefined : texts.join("\n");
}
