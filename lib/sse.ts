import { createParser } from "eventsource-parser";
import { LIMITS } from "./limits";

/** One event as it goes over the wire. JSON holds no line breaks, so a payload is always one `data:` line. */
export function encodeEvent(event: unknown): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

/** A comment: keeps proxies and sleeping sockets awake, and means nothing. */
export const HEARTBEAT = ": \n\n";
/** A stream with nothing to say sends a heartbeat at least this often, so a reader can tell waiting from a dead line. */
export const HEARTBEAT_MS = 15_000;

/** Thrown when a single event outgrows `LIMITS.eventBytes`, with the payloads that came whole before it. */
export class EventTooLargeError extends Error {
  override readonly name = "EventTooLargeError";

  constructor(readonly payloads: string[]) {
    super(`an event outgrew ${LIMITS.eventBytes} bytes`);
  }
}

/**
 * A decoder from byte chunks to `data` payloads. The result depends on the bytes alone, not on how they were cut: one
 * streaming UTF-8 decoder, and a kept parser behind it for CR, LF, CRLF, comments and many-line data. `end` gives what a
 * sender left without its closing blank line, as some do with `[DONE]`.
 */
export function createEventDecoder(): { push(chunk: Uint8Array): string[]; end(): string[] } {
  const decoder = new TextDecoder("utf-8");
  let found: string[] = [];
  const parser = createParser({
    maxBufferSize: LIMITS.eventBytes,
    onEvent: (event) => found.push(event.data),
    onError: (error) => {
      if (error.type === "max-buffer-size-exceeded") throw new EventTooLargeError(take());
    },
  });
  function take(): string[] {
    const out = found;
    found = [];
    return out;
  }
  return {
    push(chunk) {
      parser.feed(decoder.decode(chunk, { stream: true }));
      return take();
    },
    end() {
      parser.feed(`${decoder.decode()}\n\n`);
      return take();
    },
  };
}
