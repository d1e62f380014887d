import "server-only";

/** Reads JSON that others have written, and trusts nothing of it. */
export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The property as text, or undefined. */
export function textAt(object: unknown, key: string): string | undefined {
  const value = isObject(object) ? object[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** The property as a count, or undefined: usage comes with nulls. */
export function countAt(object: unknown, key: string): number | undefined {
  const value = isObject(object) ? object[key] : undefined;
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;
}

export function listAt(object: unknown, key: string): unknown[] {
  const value = isObject(object) ? object[key] : undefined;
  return Array.isArray(value) ? value : [];
}
