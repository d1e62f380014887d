import { useSyncExternalStore } from "react";
import type { ModelsList } from "@/lib/models-list";
import type { KeyRing } from "./key-ring";

/** The models that can be picked: asked for when they are first needed, and again when a key changes. */
export type ShelfState = { state: "idle" | "loading" | "ready" | "failed"; list: ModelsList };
export type ModelShelf = {
  get: () => ShelfState;
  /** Asks for the lists unless that was done. */
  load: () => void;
  subscribe: (listener: () => void) => () => void;
};

const NOTHING: ShelfState = { state: "idle", list: { providers: [], models: [] } };

export function createModelShelf(keys: KeyRing): ModelShelf {
  let state = NOTHING;
  let asked = 0;
  const listeners = new Set<() => void>();

  function set(next: ShelfState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function ask(): Promise<void> {
    const turn = ++asked;
    set({ ...state, state: "loading" });
    const list = await fetch("/api/models", { headers: keys.headers(), cache: "no-store" })
      .then((response) => (response.ok ? (response.json() as Promise<ModelsList>) : undefined))
      .catch(() => undefined);
    // A later question, with another key, makes this answer stale.
    if (turn === asked) set(list ? { state: "ready", list } : { ...state, state: "failed" });
  }

  keys.subscribe(() => {
    if (state.state !== "idle") void ask();
  });
  return {
    get: () => state,
    load() {
      if (state.state === "idle" || state.state === "failed") void ask();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useModels(shelf: ModelShelf): ShelfState {
  return useSyncExternalStore(shelf.subscribe, shelf.get, () => NOTHING);
}
