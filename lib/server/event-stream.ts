import "server-only";
import { encodeEvent, HEARTBEAT, HEARTBEAT_MS } from "@/lib/sse";

export type EventStreamOptions = {
  /** Aborted when the client has gone. */
  signal: AbortSignal;
  /** Called once when the stream is over: told to its end, broken, left by its reader, or given up on one who stalls. */
  onOver: () => void;
  /** How one event is written; as a `data:` line of JSON when absent. */
  encode?: (event: unknown) => string;
  heartbeatMs?: number;
  /** A reader who takes nothing for this long is dropped (requirements R39). */
  stallMs?: number;
};

/**
 * Sends events as they are pulled, those that are ready together in one write: but for the first, nothing is made that
 * nobody has asked for, so a stalled reader stalls the model. The first is asked for at once, so that a provider is asked
 * before Next has come to read. What the reader leaves behind is told to stop, whichever of the two ways the disconnect
 * shows itself (requirements R32).
 */
export function eventStream(
  events: AsyncGenerator<readonly unknown[]>,
  { signal, onOver, encode = encodeEvent, heartbeatMs = HEARTBEAT_MS, stallMs = 120_000 }: EventStreamOptions,
): Response {
  const encoder = new TextEncoder();
  /** Whether an event is awaited. Two timers for the whole stream: one for each event would cost more than the event. */
  let isWaiting = false;
  let over = false;
  const heartbeat = setTimeout(beat, heartbeatMs).unref();
  const stall = setTimeout(dropIfStalled, stallMs).unref();

  function finish(): void {
    over = true;
    clearTimeout(heartbeat);
    clearTimeout(stall);
    signal.removeEventListener("abort", abandon);
    onOver();
  }

  function abandon(): void {
    if (over) return;
    finish();
    void events.return(undefined).catch(() => {});
    // An AbortError makes Next destroy the socket without a word in the log.
    controller.error(new DOMException("The reader has gone", "AbortError"));
  }

  /** Whether the last write still lies there. */
  const isUnread = () => (controller.desiredSize ?? 0) < 0;

  function write(text: string): void {
    controller.enqueue(encoder.encode(text));
    stall.refresh();
  }

  function beat(): void {
    if (!isWaiting) return;
    if (!isUnread()) write(HEARTBEAT);
    heartbeat.refresh();
  }

  function dropIfStalled(): void {
    if (isWaiting && !isUnread()) stall.refresh();
    else abandon();
  }

  const ask = () =>
    events.next().catch((error: unknown) => {
      if (!over) finish();
      throw error;
    });

  let first: ReturnType<typeof ask> | undefined;
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(given) {
      controller = given;
      signal.addEventListener("abort", abandon, { once: true });
      // Headers leave with the first byte, so the reader knows at once that the run was accepted.
      write(HEARTBEAT);
      if (signal.aborted) return abandon();
      first = ask();
      // Whoever reads hears of a failure; nobody may come to read.
      void first.catch(() => {});
    },
    async pull() {
      isWaiting = true;
      heartbeat.refresh();
      const next = await (first ?? ask());
      first = undefined;
      isWaiting = false;
      if (over) return;
      if (!next.done) return write(next.value.map(encode).join(""));
      finish();
      controller.close();
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
