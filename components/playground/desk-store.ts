import { useSyncExternalStore } from "react";
import type { DeskAction } from "@/lib/playground/actions";
import { deskReducer } from "@/lib/playground/desk-reducer";
import type { Desk } from "@/lib/playground/experiment";

/** The desk's state outside React, so that a press can read what it just wrote and a pane redraws only for its own run. */
export type DeskStore = {
  get: () => Desk;
  /** What the server drew: parts of the page that take over later than others begin with it. */
  first: Desk;
  dispatch: (action: DeskAction) => void;
  subscribe: (listener: () => void) => () => void;
};

export function createDeskStore(initial: Desk): DeskStore {
  let desk = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => desk,
    first: initial,
    dispatch(action) {
      const after = deskReducer(desk, action);
      if (after === desk) return;
      desk = after;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads a part of the desk; the component redraws when that part (by identity) changes. */
export function useDesk<T>(store: DeskStore, select: (desk: Desk) => T): T {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.first),
  );
}
