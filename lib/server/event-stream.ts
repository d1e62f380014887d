import "server-only";
import { encodeEvent, HEARTBEAT } from "@/lib/sse";

export type EventStreamOptions = {
  /** Aborted when the client has gone. */
  signal: AbortSignal;
  /** Called once, when nobody reads any more: the client left, or stalled for too long. */
  onAbandon: () => void;
  /** How one event is written; as a `data:` line of JSON when absent. */
  encode?: (event: unknown) => string;
  heartbeatMs?: number;
  /** A reader who takes nothing for this long is dropped (requirements R39). */
  stallMs?: number;
};

/**
 * Sends events as they are pulled: nothing is made that nobody has asked for, so a stalled reader stalls the model. What
 * the reader leaves behind is told to stop, whichever of the two ways the disconnect shows itself (requirements R32).
 */
export function eventStream(events: AsyncGenerator<unknown>, options: EventStreamOptions): Response {
  const { signal, onAbandon, encode = encodeEvent, heartbeatMs = 15_000, stallMs = 120_000 } = options;
  const encoder = new TextEncoder();
  let next: Promise<IteratorResult<unknown>> | undefined;
  let stall: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  function finish(): void {
    over = true;
    clearTimeout(stall);
    signal.removeEventListener("abort", abandon);
  }

  function abandon(): void {
    if (over) return;
    finish();
    onAbandon();
    void events.return(undefined).catch(() => {});
    // An AbortError makes Next destroy the socket without a word in the log.
    controller.error(new DOMException("The reader has gone", "AbortError"));
  }

  let controller: ReadableStreamDefaultController<Uint8Array>;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(given) {
      controller = given;
      signal.addEventListener("abort", abandon, { once: true });
      // Headers leave with the first byte, so the reader knows at once that the run was accepted.
      controller.enqueue(encoder.encode(HEARTBEAT));
      if (signal.aborted) abandon();
    },
    async pull() {
      clearTimeout(stall);
      next ??= events.next();
      const result = await within(heartbeatMs, next);
      if (over) return;
      if (result !== undefined) next = undefined;
      if (result?.done) {
        finish();
        return controller.close();
      }
      controller.enqueue(encoder.encode(result === undefined ? HEARTBEAT : encode(result.value)));
      stall = setTimeout(abandon, stallMs);
      stall.unref();
    },
    cancel: abandon,
  };
  const body = new ReadableStream(source, { highWaterMark: 0 });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** What `promise` gives, or undefined after `ms`. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
