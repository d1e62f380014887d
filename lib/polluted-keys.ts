const POLLUTED_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Keys through which a careless copy could reach a prototype (requirements R24). */
export function isPollutedKey(key: string): boolean {
  return POLLUTED_KEYS.has(key);
}

/** Where in a JSON value such a key stands, as a dotted path. A loop, not a recursion: depth is the sender's choice. */
export function findPollutedKey(value: unknown): string | undefined {
  const waiting: { value: unknown; path: string }[] = [{ value, path: "" }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const [key, inner] of Object.entries(next.value)) {
      const path = next.path === "" ? key : `${next.path}.${key}`;
      if (isPollutedKey(key)) return path;
      if (typeof inner === "object") waiting.push({ value: inner, path });
    }
  }
  return undefined;
}
