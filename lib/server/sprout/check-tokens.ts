import "server-only";
import { AppError } from "@/lib/errors";
import { readsAs } from "@/lib/tiny-model/chat-template";
import type { Tokenizer } from "@/lib/tiny-model/tokenizer";
import type { SproutJob } from "./protocol";

/** Refuses exact tokens that do not read as their message's content: what is continued must be what was shown. */
export function checkTokens({ messages }: SproutJob, tokenizer: Tokenizer): void {
  const at = messages.findIndex(({ content, tokens }) => tokens && !readsAs(content, tokens, tokenizer));
  if (at < 0) return;
  const field = `messages.${at}.tokens`;
  throw new AppError("wrong_tokens", { path: field, values: { field } });
}
