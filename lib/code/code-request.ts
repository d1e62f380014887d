import { BUILT_IN, type Provider } from "../catalog/providers";
import type { JsonObject, JsonValue } from "../catalog/parameters";
import { readModelId } from "../catalog/models";
import { addressOf, type Address } from "./address";
import { isJsonObject } from "./plain-json";

/** A request that code is written for. */
export type CodeRequest = { address: Address; path: "/chat/completions" | "/responses"; body: JsonObject };

/** A body that was, or would be, sent to a model `<provider>/<rest>`. */
export type WireRequest = { model: string; body: JsonObject };

/**
 * The request to write code for, exactly as it was sent. Only the built-in model is asked elsewhere than the page asks it,
 * at this server's door: it goes by its full id there, and text is all that an answer's beginning can be given as.
 */
export function codeRequest(
  { model, body }: WireRequest,
  providers: readonly Provider[],
  origin: string,
): CodeRequest {
  const { provider: id } = readModelId(model);
  const provider = providers.find((each) => each.id === id) ?? { id };
  return {
    address: addressOf(provider, origin),
    path: Object.hasOwn(body, "messages") ? "/chat/completions" : "/responses",
    body: id === BUILT_IN.id ? { ...body, model, messages: withoutTokens(body) } : body,
  };
}

/** Whether a request says exactly which tokens a message is made of, which only this page's own way of asking carries. */
export function hasExactTokens({ messages }: JsonObject): boolean {
  return Array.isArray(messages) && messages.some((each) => isJsonObject(each) && "tokens" in each);
}

function withoutTokens({ messages }: JsonObject): JsonValue[] {
  if (!Array.isArray(messages)) return [];
  return messages.map((message) => {
    if (!isJsonObject(message)) return message;
    const { tokens: _, ...rest } = message;
    return rest;
  });
}
