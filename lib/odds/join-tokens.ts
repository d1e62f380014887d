import type { AnswerToken } from "./odds";

/**
 * Tokens that are shown as one: mostly a single token; several where a token's bytes are only a part of a character.
 * Chances are from 0 to 1.
 */
export type Unit = {
  /** Its bytes as UTF-8; what is no character is U+FFFD. Empty for the end of the answer. */
  text: string;
  /** The first of its tokens. */
  from: number;
  /** The token after its last one. */
  to: number;
  /** The model's own odds of all its tokens, one after the other; undefined when one of them is not known. */
  own?: number;
  /** The same after the faders. */
  shaped?: number;
  /** How many tokens the faders left a chance; several tokens have no such number in common. */
  kept?: number;
  /** Of how many. */
  all?: number;
};

// A byte order mark is a character like any other here, not a sign to swallow.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Joins tokens into units. Each token is in exactly one, and their texts together are what all bytes mean as UTF-8. */
export function joinTokens(tokens: readonly AnswerToken[]): readonly Unit[] {
  return new TokenJoiner().update(tokens);
}

/** Joins the tokens of a growing answer: units whose tokens did not change stay the same objects. */
export class TokenJoiner {
  private tokens: readonly AnswerToken[] = [];
  private units: readonly Unit[] = [];

  /** All tokens so far, not only the new ones. What comes back is never changed later. */
  update(tokens: readonly AnswerToken[]): readonly Unit[] {
    const unchanged = countUnchanged(this.tokens, tokens);
    if (unchanged < this.tokens.length || unchanged < tokens.length) {
      this.units = joinFrom(tokens, keepUpTo(unchanged, this.units, tokens));
    }
    this.tokens = tokens;
    return this.units;
  }
}

/** Which unit holds a token; undefined when none does. */
export function unitIndexAt(units: readonly Unit[], token: number): number | undefined {
  let low = 0;
  let high = units.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { from, to } = units[middle] as Unit;
    if (token < from) high = middle - 1;
    else if (token >= to) low = middle + 1;
    else return middle;
  }
  return undefined;
}

/** The units that no token after the first `unchanged` ones can change. */
function keepUpTo(unchanged: number, units: readonly Unit[], tokens: readonly AnswerToken[]): Unit[] {
  let count = units.length;
  while (count > 0 && (units[count - 1] as Unit).to > unchanged) count -= 1;
  const last = units[count - 1];
  // A character that is not whole may go on now.
  if (last && isOpen(bytesOf(tokens.slice(last.from, last.to)))) count -= 1;
  return units.slice(0, count);
}

function joinFrom(tokens: readonly AnswerToken[], units: Unit[]): Unit[] {
  let from = units.at(-1)?.to ?? 0;
  while (from < tokens.length) {
    let to = from + 1;
    const bytes = [...(tokens[from] as AnswerToken).bytes];
    while (to < tokens.length && isOpen(bytes)) {
      const more = (tokens[to] as AnswerToken).bytes;
      if (more[0] !== undefined && !isContinuation(more[0])) break;
      bytes.push(...more);
      to += 1;
    }
    units.push(unitOf(bytes, tokens.slice(from, to), from));
    from = to;
  }
  return units;
}

function unitOf(bytes: number[], tokens: readonly AnswerToken[], from: number): Unit {
  return {
    text: decoder.decode(Uint8Array.from(bytes)),
    from,
    to: from + tokens.length,
    own: product(tokens.map(({ own }) => own)),
    shaped: product(tokens.map(({ shaped }) => shaped)),
    ...(tokens.length === 1 ? { kept: tokens[0]?.kept, all: tokens[0]?.all } : {}),
  };
}

function product(chances: (number | undefined)[]): number | undefined {
  return chances.reduce(
    (all, chance) => (all === undefined || chance === undefined ? undefined : all * chance),
    1,
  );
}

/**
 * Whether the last character in `bytes` may want more of them. Lengths alone are looked at: bytes that are no UTF-8 may
 * stand together for no reason, and mean the same.
 */
function isOpen(bytes: readonly number[]): boolean {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (!isContinuation(byte)) return back < lengthOf(byte);
  }
  return false;
}

/** How many bytes a character has that begins with `lead`; 1 for what begins none. */
function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

function bytesOf(tokens: readonly AnswerToken[]): number[] {
  return tokens.flatMap(({ bytes }) => bytes);
}

/** How many tokens from the first on are as they were. */
function countUnchanged(before: readonly AnswerToken[], now: readonly AnswerToken[]): number {
  const shorter = Math.min(before.length, now.length);
  for (let index = 0; index < shorter; index += 1) {
    if (!isSame(before[index] as AnswerToken, now[index] as AnswerToken)) return index;
  }
  return shorter;
}

function isSame(one: AnswerToken, other: AnswerToken): boolean {
  if (one === other) return true;
  return (
    one.own === other.own &&
    one.shaped === other.shaped &&
    one.kept === other.kept &&
    one.all === other.all &&
    one.bytes.length === other.bytes.length &&
    one.bytes.every((byte, index) => byte === other.bytes[index])
  );
}
