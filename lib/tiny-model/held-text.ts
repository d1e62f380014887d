/**
 * Text on its way out: bytes come in token by token, and text goes out only when it is sure to stay. Held back are the
 * bytes of a character that is not whole yet and the beginning of what may become a stop string.
 */
export class HeldText {
  // A byte order mark is a character like any other here, not a sign to swallow.
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  private held = "";
  /** Whether a stop string has come; nothing goes out any more. */
  stopped = false;

  constructor(private readonly stop: readonly string[]) {}

  /** Takes a token's bytes and gives the text that may go out now, often none. */
  push(bytes: Uint8Array): string {
    if (this.stopped) return "";
    return this.take(this.decoder.decode(bytes, { stream: true }));
  }

  /** What was still held back, when no more is to come; bytes that make no character become U+FFFD. */
  flush(): string {
    if (this.stopped) return "";
    const text = this.take(this.decoder.decode()) + this.held;
    this.held = "";
    return text;
  }

  private take(fresh: string): string {
    const text = this.held + fresh;
    const found = firstPlaceOf(this.stop, text);
    if (found >= 0) {
      this.stopped = true;
      this.held = "";
      return text.slice(0, found);
    }
    const keep = longestBeginning(this.stop, text);
    this.held = text.slice(text.length - keep);
    return text.slice(0, text.length - keep);
  }
}

function firstPlaceOf(stop: readonly string[], text: string): number {
  const places = stop.filter((word) => word !== "").map((word) => text.indexOf(word));
  return places
    .filter((place) => place >= 0)
    .reduce((first, place) => (first < 0 ? place : Math.min(first, place)), -1);
}

/** How many characters at the end of the text are the beginning of a stop string. */
function longestBeginning(stop: readonly string[], text: string): number {
  let longest = 0;
  for (const word of stop) {
    for (let length = Math.min(word.length - 1, text.length); length > longest; length -= 1) {
      if (text.endsWith(word.slice(0, length))) longest = length;
    }
  }
  return longest;
}
