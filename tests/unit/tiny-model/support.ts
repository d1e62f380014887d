import type { ChatDocument } from "@/lib/tiny-model/chat-template";

/** Every text of the documents, one by one. */
export function* textsOf(documents: Iterable<ChatDocument>): Generator<string> {
  for (const { system, messages } of documents) {
    if (system !== undefined) yield system;
    for (const { content } of messages) yield content;
  }
}
