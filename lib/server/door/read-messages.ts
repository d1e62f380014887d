import "server-only";
import { LIMITS } from "@/lib/limits";
import type { Message, PanePrompt } from "@/lib/run-request";
import { FieldError } from "../field-error";
import type { Texts } from "../texts";
import { DoorError } from "./problem";
import type { ChatMessage } from "./request-schema";

/** The system prompt (all system and developer messages in front, one below the other) and the turns behind it. */
export function readMessages(given: ChatMessage[], texts: Texts): Pick<PanePrompt, "system" | "messages"> {
  const system: string[] = [];
  const messages: Message[] = [];
  for (const [index, message] of given.entries()) {
    const path = `messages.${index}`;
    const content = textOf(message.content, `${path}.content`, texts);
    const { role } = message;
    if (role === "user" || role === "assistant") messages.push({ role, content });
    else if (messages.length === 0) system.push(content);
    else throw refused(texts("door.lateSystem", { name: path }), path);
  }
  return { system: capped(system.join("\n\n"), "messages.0.content"), messages };
}

function textOf(content: ChatMessage["content"], path: string, texts: Texts): string {
  if (typeof content === "string") return capped(content, path);
  const parts = content.map(({ type, text, ...rest }, index) => {
    const partPath = `${path}.${index}`;
    if (type !== "text") throw refused(texts("door.textPart", { name: partPath }), partPath);
    if (typeof text !== "string")
      throw new FieldError(`${partPath}.text`, { kind: "type", expected: "string" });
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw new FieldError(`${partPath}.${unknown}`, { kind: "unknownField" });
    return text;
  });
  return capped(parts.join("\n"), path);
}

function capped(text: string, path: string): string {
  const limit = LIMITS.textCharacters;
  if (text.length > limit) throw new FieldError(path, { kind: "tooLong", limit });
  return text;
}

function refused(message: string, param: string): DoorError {
  return new DoorError({ status: 400, code: "invalid_request", message, param });
}
