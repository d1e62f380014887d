import { FIRST_BYTE, FIRST_MERGE, SPECIAL_TOKENS } from "./special-tokens";

/** A byte-level BPE as JSON: merge i joins two earlier ids to the id FIRST_MERGE + i. `words` are those it was trained on. */
export type TokenizerFile = { version: 1; merges: [number, number][]; words: string[] };

/**
 * Words with the space before them, single digits, and runs of anything else, none longer than 64 characters (a
 * piece costs its length squared): merges never cross these pieces.
 */
const PIECES = / ?\p{L}{1,64}(?:['’]\p{L}{1,8})?|\p{N}| ?[^\s\p{L}\p{N}]{1,64}|\s{1,64}(?!\S)|\s/gu;

/** Pieces repeat all the time; this many are remembered. */
const CACHE_SIZE = 5000;

/** Splits text into the pieces that are encoded one by one. Joined again they are the text. */
export function splitPieces(text: string): string[] {
  return text.match(PIECES) ?? [];
}

/** Between text and token ids. Any text can be encoded and comes back byte for byte; no text yields a special token. */
export class Tokenizer {
  private readonly bytes: Uint8Array[];
  /** For a pair "left,right" as left * 65536 + right: the id it merges to, which is also its rank. */
  private readonly merges = new Map<number, number>();
  private readonly cache = new Map<string, number[]>();
  private readonly encoder = new TextEncoder();

  constructor(file: TokenizerFile) {
    this.bytes = SPECIAL_TOKENS.map((token) => this.encoder.encode(token));
    for (let byte = 0; byte < 256; byte += 1) this.bytes.push(Uint8Array.of(byte));
    file.merges.forEach(([left, right], index) => {
      this.merges.set(left * 65_536 + right, FIRST_MERGE + index);
      this.bytes.push(Uint8Array.of(...this.bytesOf(left), ...this.bytesOf(right)));
    });
  }

  /** How many ids there are. */
  get size(): number {
    return this.bytes.length;
  }

  encode(text: string): number[] {
    return splitPieces(text).flatMap((piece) => this.encodePiece(piece));
  }

  /** The bytes a token stands for; a special token's own name. Throws a RangeError for an id that is none. */
  bytesOf(id: number): Uint8Array {
    const bytes = this.bytes[id];
    if (!bytes) throw new RangeError(`there is no token ${id}`);
    return bytes;
  }

  /** The text of tokens; bytes that are no UTF-8 become U+FFFD. */
  decode(ids: readonly number[]): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      Uint8Array.from(ids.flatMap((id) => [...this.bytesOf(id)])),
    );
  }

  private encodePiece(piece: string): number[] {
    const known = this.cache.get(piece);
    if (known) return known;
    const ids = Array.from(this.encoder.encode(piece), (byte) => FIRST_BYTE + byte);
    for (;;) {
      let best = Infinity;
      let at = -1;
      for (let i = 0; i + 1 < ids.length; i += 1) {
        const merged = this.merges.get((ids[i] as number) * 65_536 + (ids[i + 1] as number)) ?? Infinity;
        if (merged < best) {
          best = merged;
          at = i;
        }
      }
      if (at < 0) break;
      ids.splice(at, 2, best);
    }
    if (this.cache.size >= CACHE_SIZE) this.cache.clear();
    this.cache.set(piece, ids);
    return ids;
  }
}
