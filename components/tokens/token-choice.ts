import { useSyncExternalStore } from "react";

/** Which panes show their answers as tokens, and the token that is looked at: for this tab, kept nowhere. */
export type TokenChoiceState = {
  views: ReadonlySet<string>;
  chosen?: { pane: string; record: string; index: number };
};

export type TokenChoice = {
  get: () => TokenChoiceState;
  subscribe: (listener: () => void) => () => void;
  showTokens: (pane: string, on: boolean) => void;
  /** Chooses the token at a place of a pane's answer (a record's id), or lets go. */
  choose: (pane: string, record: string, index: number | undefined) => void;
};

export function createTokenChoice(): TokenChoice {
  let state: TokenChoiceState = { views: new Set() };
  const listeners = new Set<() => void>();
  const set = (next: TokenChoiceState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    showTokens(pane, on) {
      const views = new Set(state.views);
      if (on) views.add(pane);
      else views.delete(pane);
      const isLetGo = !on && state.chosen?.pane === pane;
      set({ views, ...(state.chosen && !isLetGo ? { chosen: state.chosen } : {}) });
    },
    choose(pane, record, index) {
      set({ views: state.views, ...(index === undefined ? {} : { chosen: { pane, record, index } }) });
    },
  };
}

const NONE: TokenChoiceState = { views: new Set() };

export function useTokenChoice(choice: TokenChoice): TokenChoiceState {
  return useSyncExternalStore(choice.subscribe, choice.get, () => NONE);
}
