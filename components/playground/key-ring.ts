import { useSyncExternalStore } from "react";
import type { Provider } from "@/lib/catalog/providers";

/** Keys that the visitor typed: in this tab's memory only, never stored, and sent in headers to our own origin alone. */
export type KeyRing = {
  get: (provider: string) => string | undefined;
  set: (provider: string, key: string | undefined) => void;
  /** The request headers that carry them. */
  headers: () => Record<string, string>;
  subscribe: (listener: () => void) => () => void;
};

export function createKeyRing(providers: readonly Provider[]): KeyRing {
  let keys: ReadonlyMap<string, string> = new Map();
  const listeners = new Set<() => void>();
  return {
    get: (provider) => keys.get(provider),
    set(provider, key) {
      const next = new Map(keys);
      if (key === undefined) next.delete(provider);
      else next.set(provider, key);
      keys = next;
      for (const listener of listeners) listener();
    },
    headers: () =>
      Object.fromEntries(
        providers.flatMap(({ id, keyHeader }) => {
          const key = keys.get(id);
          return keyHeader && key !== undefined ? [[keyHeader, key]] : [];
        }),
      ),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whose key a provider would be asked with. */
export type KeySource = "own" | "server" | "none";

export function useKeySource(keys: KeyRing, provider: Provider | undefined): KeySource {
  const hasOwn = useSyncExternalStore(
    keys.subscribe,
    () => provider !== undefined && keys.get(provider.id) !== undefined,
    () => false,
  );
  if (hasOwn) return "own";
  return provider?.isOpen ? "server" : "none";
}
