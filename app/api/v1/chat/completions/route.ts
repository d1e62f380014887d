import { answerChat } from "@/lib/server/door/answer-chat";
import { doorPost } from "@/lib/server/door/door-route";
import { readChatRequest } from "@/lib/server/door/read-chat-request";
import { chatRequestSchema } from "@/lib/server/door/request-schema";

/** OpenAI's Chat Completions, for every model of this server. */
export const POST = doorPost(chatRequestSchema, ({ request, body, texts }) =>
  answerChat(readChatRequest(body, texts), request, texts),
);
