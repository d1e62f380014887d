import "server-only";

const MOST_CHARACTERS = 500;
/** What looks like a key, or like the remains of one that a provider has starred out itself. */
const KEY_LIKE =
  /\b(?:sk|hf|gsk|pk|key|api|token)[-_][\w*.-]{6,}|\bbearer [\w*.-]{6,}|[\w-]*\*{3,}[\w-]*|\beyJ[\w-]+\.[\w.-]+/gi;

/** A provider's own words as they may be shown: no key, no markup, not too long (requirements R12). */
export function mask(said: string, key: string | undefined): string {
  if (/<\s*(?:!doctype|html|head|body)\b/i.test(said)) return "";
  const withoutKey = key ? said.replaceAll(key, "…") : said;
  const clean = withoutKey
    .replaceAll(KEY_LIKE, "…")
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS - 1)}…` : clean;
}
