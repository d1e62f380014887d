import type { JsonObject } from "../catalog/parameters";
import type { ChatDocument, ChatMessage } from "../tiny-model/chat-template";

type WireMessage = Omit<ChatMessage, "role"> & { role: ChatMessage["role"] | "system" };

/** The conversation in a body that was sent in the Chat Completions format. */
export function sentChat(body: JsonObject): ChatDocument {
  const messages = (body.messages ?? []) as unknown as WireMessage[];
  const system = messages.find(({ role }) => role === "system")?.content;
  return {
    ...(system === undefined ? {} : { system }),
    messages: messages.filter((message): message is ChatMessage => message.role !== "system"),
  };
}
