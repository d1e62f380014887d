import { SECRET_PATTERNS, type SecretKind } from "./secret-patterns";

export type Secret = { kind: SecretKind; text: string };

/** What looks like a key, a password, or the address of somebody or of a private machine, in the order of the text. */
export function findSecrets(text: string): Secret[] {
  const found: (Secret & { start: number; end: number })[] = [];
  for (const { kind, pattern, isMeant } of SECRET_PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
      const meant = text.slice(start, end);
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (isMeant?.(meant) ?? true) found.push({ kind, text: meant, start, end });
    }
  return found.toSorted((a, b) => a.start - b.start).map(({ kind, text: meant }) => ({ kind, text: meant }));
}

/** Enough of a secret to know it by, for a dialog that others may see on a screen; addresses are said whole. */
export function masked({ kind, text }: Secret): string {
  if (kind === "email" || kind === "address" || text.startsWith("-----")) return text;
  return `${text.slice(0, Math.min(6, Math.floor(text.length / 3)))}…`;
}
