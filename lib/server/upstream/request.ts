import "server-only";
import type { DialectRow } from "@/lib/catalog/dialects";
import type { JsonObject } from "@/lib/catalog/parameters";
import { AppError } from "@/lib/errors";
import { LIMITS } from "@/lib/limits";
import type { UpstreamFacts } from "@/lib/run-events";
import type { Upstream } from "../providers";
import { readChatChunk } from "./chat-chunk";
import { clientFor, readUpTo, requestOptions } from "./client";
import { isObject } from "../json-fields";
import { readFacts } from "./facts";
import type { Patience } from "./patience";
import { readStream, type Batch } from "./read-stream";
import { readResponseEvent } from "./response-event";

const READERS = { chat: readChatChunk, responses: readResponseEvent } as const;

export type Answer = { batches: AsyncIterable<Batch>; facts?: UpstreamFacts };
export type RequestOptions = {
  signal: AbortSignal;
  patience: Patience;
  /** Hangs up when the provider went silent. */
  onLate: () => void;
  /** True once the answer has its ending, after which only a short wait is worth it. */
  hasEnded: () => boolean;
};

/**
 * Sends one request and gives its answer as it comes. Throws the SDK's errors for a refusal or a connection that cannot
 * be had, and `provider_odd` for what is no answer of a model: a web page, a redirect, a body of another kind.
 */
export async function request(
  format: DialectRow["format"],
  { baseUrl, key }: Pick<Upstream, "baseUrl" | "key">,
  body: JsonObject,
  options: RequestOptions,
): Promise<Answer> {
  const client = clientFor(baseUrl);
  const { patience, signal } = options;
  const how = requestOptions({ key, timeoutMs: patience.headersMs, signal });
  const sent =
    format === "responses"
      ? client.responses.create(body as never, how)
      : client.chat.completions.create(body as never, how);
  const response = await sent.asResponse();
  const facts = readFacts(response.headers);
  const type = response.headers.get("content-type") ?? "";
  const read = READERS[format];
  if (/json/i.test(type))
    return { batches: whole(await readUpTo(response, LIMITS.answerBytes), read), facts };
  if (!/event-stream/i.test(type) || !response.body) {
    void response.body?.cancel();
    throw new AppError("provider_odd");
  }
  return { batches: readStream(response.body, { read, ...options }), facts };
}

/** The answer of a server that does not stream, all at once. */
async function* whole(text: string, read: (typeof READERS)["chat"]): AsyncGenerator<Batch> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError("provider_odd");
  }
  if (!isObject(json)) throw new AppError("provider_odd");
  const delta = read(json);
  if (delta.error === undefined && delta.text === undefined && delta.ending === undefined)
    throw new AppError("provider_odd");
  yield { deltas: [delta], done: true };
}
