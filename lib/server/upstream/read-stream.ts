import "server-only";
import { AppError } from "@/lib/errors";
import { LIMITS } from "@/lib/limits";
import { createEventDecoder, EventTooLargeError } from "@/lib/sse";
import { isObject, type Json } from "../json-fields";
import type { Delta } from "./delta";
import { within, type Patience } from "./patience";

/** After the ending only usage and `[DONE]` may still come. */
const AFTER_ENDING_MS = 5000;
/** A payload that is no JSON is skipped; more than these in a row are no stream of a model (requirements R37). */
const BAD_IN_A_ROW = 10;

/** What one read of the socket brought: its payloads in order, and whether `[DONE]` was among them. */
export type Batch = { deltas: Delta[]; done: boolean };

export type ReadOptions = {
  read: (json: Json) => Delta;
  patience: Patience;
  /** Called when the server went silent, to hang up. */
  onLate: () => void;
  hasEnded: () => boolean;
  now?: () => number;
};

/**
 * Reads an answer's stream, one batch for each read of the socket. Pull-based: while nobody asks, nothing is read. A
 * connection that breaks off ends the stream; whether the answer was whole is for the caller to tell from its ending.
 */
export async function* readStream(
  body: ReadableStream<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<Batch> {
  const { read, patience, onLate, hasEnded, now = () => performance.now() } = options;
  const startedAt = now();
  const decoder = createEventDecoder();
  const reader = body.getReader();
  const toBatch = createBatcher(read);
  let contentAt = startedAt;
  let size = 0;
  try {
    for (;;) {
      const at = now();
      const left = Math.min(
        hasEnded() ? AFTER_ENDING_MS : patience.bytesMs,
        contentAt + patience.contentMs - at,
        startedAt + patience.totalMs - at,
      );
      const chunk = await within(left, reader.read(), onLate).catch((error: unknown) =>
        endOf(error, hasEnded()),
      );
      const batch = toBatch(chunk.done ? decoder.end() : decoder.push(chunk.value));
      size += chunk.value?.byteLength ?? 0;
      if (size > LIMITS.answerBytes * STREAM_OVERHEAD) throw new AppError("provider_odd");
      if (batch.deltas.length > 0) contentAt = now();
      if (batch.deltas.length > 0 || batch.done) yield batch;
      if (chunk.done) return;
    }
  } catch (error) {
    throw error instanceof EventTooLargeError ? new AppError("provider_odd") : error;
  } finally {
    void reader.cancel().catch(() => {});
  }
}

/** A stream's envelope is many times its text: the cap on bytes stands this much above the cap on text. */
const STREAM_OVERHEAD = 8;

/** A socket that breaks is an end without an ending, and silence after the ending is an end; other silence is a failure. */
function endOf(error: unknown, hasEnded: boolean): { done: true; value?: undefined } {
  if (error instanceof AppError && !hasEnded) throw error;
  return { done: true };
}

function createBatcher(read: (json: Json) => Delta): (payloads: string[]) => Batch {
  let bad = 0;
  return (payloads) => {
    const batch: Batch = { deltas: [], done: false };
    for (const payload of payloads) {
      if (payload.trim() === "[DONE]") batch.done = true;
      const json = parse(payload);
      if (json) batch.deltas.push(read(json));
      else if (!batch.done) bad += 1;
      if (json) bad = 0;
      if (bad > BAD_IN_A_ROW) throw new AppError("provider_odd");
    }
    return batch;
  };
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
