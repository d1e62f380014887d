import type { AnswerOdds, TokenOdds } from "./odds";
import { toHex } from "./to-hex";

/** How many of the likeliest tokens of each place are exported: Sprout knows a thousand of them. */
const MOST_ALTERNATIVES = 20;

/** A token that might have stood there, by the model's own odds alone, which no fader changes. */
export type ExportedAlternative = {
  token: string;
  bytes_hex: string;
  /** Natural logarithm; left out where there is none, for a chance of 0 as for one that is not known. */
  logprob?: number;
  /** From 0 to 1. */
  probability?: number;
};

/** A token of an answer, in words for programs. What is not known is left out. */
export type ExportedToken = ExportedAlternative & {
  /** Its place in the answer, from 0. */
  index: number;
  /** The odds after the faders it was drawn with, from 0 to 1. */
  shaped_probability?: number;
  /** How many tokens the faders left a chance. */
  kept?: number;
  /** The likeliest tokens of the place, at most 20, likeliest first; the token itself is among them if it is one. */
  alternatives: ExportedAlternative[];
};

const COLUMNS = [
  "index",
  "token",
  "bytes_hex",
  "logprob",
  "probability",
  "shaped_probability",
  "kept",
  "alternatives",
] as const satisfies (keyof ExportedToken)[];

/** An answer's odds as a list of records, for JSON and CSV alike. */
export function exportedTokens({ tokens, placeAt }: AnswerOdds): ExportedToken[] {
  return tokens.map((token, index) => ({
    index,
    ...exported(token),
    ...(token.shaped === undefined ? {} : { shaped_probability: token.shaped }),
    ...(token.kept === undefined ? {} : { kept: token.kept }),
    alternatives: placeAt(index, {}).rows.slice(0, MOST_ALTERNATIVES).map(exported),
  }));
}

/** A JSON array with a record to each line. */
export function oddsToJson(odds: AnswerOdds): string {
  const lines = exportedTokens(odds).map((record) => JSON.stringify(record));
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}

/**
 * A table after RFC 4180 with a header; what is not known is an empty cell, and alternatives are JSON. A token that a
 * spreadsheet would take for a formula stands behind an apostrophe, so the exact token is in `bytes_hex`.
 */
export function oddsToCsv(odds: AnswerOdds): string {
  const rows = exportedTokens(odds).map((record) =>
    COLUMNS.map((column) => cell(column, record[column])).join(","),
  );
  return [COLUMNS.join(","), ...rows].map((row) => `${row}\r\n`).join("");
}

function cell(column: (typeof COLUMNS)[number], value: ExportedToken[keyof ExportedToken]): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // Quoted always: some readers strip the spaces of a bare cell, and a token's space belongs to it.
  return `"${(column === "token" ? neutralized(text) : text).replaceAll('"', '""')}"`;
}

/** Spreadsheets run what begins so; OWASP's page on CSV injection names tab and return, too. */
function neutralized(token: string): string {
  return /^[=+\-@\t\r]/.test(token) ? `'${token}` : token;
}

function exported({ text, bytes, own }: TokenOdds): ExportedAlternative {
  return {
    token: text,
    bytes_hex: toHex(bytes),
    ...(own ? { logprob: Math.log(own) } : {}),
    ...(own === undefined ? {} : { probability: own }),
  };
}
