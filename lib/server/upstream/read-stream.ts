import "server-only";
import { AppError } from "@/lib/errors";
import { LIMITS } from "@/lib/limits";
import { createEventDecoder, EventTooLargeError } from "@/lib/sse";
import { isObject, type Json } from "../json-fields";
import type { Delta } from "./delta";
import type { Patience } from "./patience";
import { Watchdog } from "./watchdog";

/** After the ending only usage and `[DONE]` may still come. */
const AFTER_ENDING_MS = 5000;
/** After `[DONE]` a body is over, but for its last bytes. */
const AFTER_DONE_MS = 1000;
const AFTER_DONE_BYTES = 64 * 1024;
/** A payload that is no JSON is skipped; more than these in a row are no stream of a model (requirements R37). */
const BAD_IN_A_ROW = 10;

/** What one read of the socket brought: its payloads in order, and whether `[DONE]` was among them. */
export type Batch = { deltas: Delta[]; done: boolean };

/** What one read brought, and whether behind it comes what no model's stream holds. */
type Found = Batch & { isBroken: boolean };

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
  let waitingSince: number | undefined;
  let isWhole = false;
  let size = 0;
  const dueAt = () =>
    waitingSince === undefined
      ? undefined
      : Math.min(
          waitingSince + (hasEnded() ? AFTER_ENDING_MS : patience.bytesMs),
          contentAt + patience.contentMs,
          startedAt + patience.totalMs,
        );
  const hangUp = () => {
    onLate();
    // Ends the read that waits, also where nobody listens to `onLate`.
    void reader.cancel().catch(() => {});
  };
  const watchdog = new Watchdog(dueAt, hangUp, now);
  try {
    for (;;) {
      waitingSince = now();
      // A socket that breaks is an end without an ending.
      const chunk = await reader.read().catch((): { done: true; value?: undefined } => ({ done: true }));
      waitingSince = undefined;
      // Silence after the ending is an end; other silence is a failure.
      if (watchdog.isLate && !hasEnded()) throw new AppError("provider_silent");
      const { isBroken, ...batch } = toBatch(() => (chunk.done ? decoder.end() : decoder.push(chunk.value)));
      isWhole ||= batch.done;
      size += chunk.value?.byteLength ?? 0;
      if (size > LIMITS.answerBytes * STREAM_OVERHEAD) throw new AppError("provider_odd");
      if (batch.deltas.length > 0) contentAt = now();
      if (batch.deltas.length > 0 || batch.done) yield batch;
      if (isBroken) throw new AppError("provider_odd");
      if (chunk.done) return;
    }
  } finally {
    watchdog.stop();
    void (isWhole ? readOut(reader) : reader.cancel()).catch(() => {});
  }
}

/** What may still come after `[DONE]` is the end of the body: read, it leaves a connection that can be used again. */
async function readOut(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const late = setTimeout(() => void reader.cancel().catch(() => {}), AFTER_DONE_MS);
  try {
    let left = AFTER_DONE_BYTES;
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      left -= chunk.value.byteLength;
      if (left < 0) return await reader.cancel();
    }
  } finally {
    clearTimeout(late);
  }
}

/** A stream's envelope is many times its text: the cap on bytes stands this much above the cap on text. */
const STREAM_OVERHEAD = 8;

/** Reads payloads one after another. What breaks the stream takes nothing away from what came before it. */
function createBatcher(read: (json: Json) => Delta): (decode: () => string[]) => Found {
  let bad = 0;
  return (decode) => {
    const { payloads, isBroken } = decoded(decode);
    const found: Found = { deltas: [], done: false, isBroken };
    for (const payload of payloads) {
      if (payload.trim() === "[DONE]") found.done = true;
      const json = parse(payload);
      if (json) found.deltas.push(read(json));
      else if (!found.done) bad += 1;
      if (json) bad = 0;
      if (bad > BAD_IN_A_ROW) return { ...found, isBroken: true };
    }
    return found;
  };
}

function decoded(decode: () => string[]): { payloads: string[]; isBroken: boolean } {
  try {
    return { payloads: decode(), isBroken: false };
  } catch (error) {
    if (error instanceof EventTooLargeError) return { payloads: error.payloads, isBroken: true };
    throw error;
  }
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
