const NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an origin names the very machine that reads it: a link there leads every other machine to itself. */
export function isThisMachine(origin: string): boolean {
  return NAMES.has(new URL(origin).hostname);
}
