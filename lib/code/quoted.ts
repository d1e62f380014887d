import type { JsonValue } from "../catalog/parameters";

/**
 * Characters that are not seen, or that turn others around: written as escapes, so that code is what it looks like. Not
 * those that hold letters and emoji together.
 */
const UNSEEN =
  /[\u007f-\u00a0\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff]/g;

/** A text in double quotes, as JSON, JavaScript, Python and YAML all read it. Half a surrogate pair stands as an escape. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Whether any text in a value holds half a surrogate pair, which is no character: it cannot be written as UTF-8. */
export function hasHalfCharacter(value: JsonValue): boolean {
  if (typeof value === "string") return /\p{Surrogate}/u.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).flat().some(hasHalfCharacter);
}
