import type { AnswerOdds, AnswerToken, TokenOdds } from "@/lib/odds/odds";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A token of these bytes, or of a text's. */
export function token(of: string | readonly number[], more: Partial<AnswerToken> = {}): AnswerToken {
  const bytes = [...(typeof of === "string" ? encoder.encode(of) : of)];
  return { bytes, text: decoder.decode(Uint8Array.from(bytes)), ...more };
}

/** An answer whose places know these alternatives, whatever the settings. */
export function answerOf(tokens: readonly AnswerToken[], rows: TokenOdds[] = []): AnswerOdds {
  return { tokens, placeAt: () => ({ rows, others: {}, isWhole: false }) };
}

/** Cuts bytes at places given as shares of their length; equal places make tokens without bytes. */
export function cut(bytes: Uint8Array, shares: readonly number[]): AnswerToken[] {
  const places = shares.map((share) => Math.round(share * bytes.length)).sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => token([...bytes.slice(places[index - 1] ?? 0, end)]));
}
