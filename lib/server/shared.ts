import "server-only";

/**
 * One instance per process. Next bundles each route on its own and reloads modules while developing, so a module-level
 * variable could exist several times; `globalThis` exists once.
 */
export function shared<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  return (store[Symbol.for(`fader.${name}`)] ??= make());
}
