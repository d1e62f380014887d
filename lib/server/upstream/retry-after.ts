import "server-only";

/**
 * How long a refused caller is asked to wait, in milliseconds: `retry-after-ms`, else `Retry-After` as seconds or a date.
 * Undefined when nothing sensible is said. A long wait stays as long as it is (requirements R45).
 */
export function readRetryAfter(headers: Headers, now = Date.now()): number | undefined {
  const ms = positive(headers.get("retry-after-ms"));
  if (ms !== undefined) return Math.ceil(ms);
  const value = headers.get("retry-after")?.trim() ?? "";
  const seconds = positive(value);
  if (seconds !== undefined) return Math.ceil(seconds * 1000);
  // Only what reads like an HTTP date: Date.parse takes "-1" and many more for dates.
  if (!/^[A-Za-z]{3,9},? /.test(value)) return undefined;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}

function positive(text: string | null): number | undefined {
  return text !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
