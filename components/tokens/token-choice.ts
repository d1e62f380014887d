import { useSyncExternalStore } from "react";

/** How a pane shows its answer besides as text: token by token with their odds, or made one word at a time. */
export type TokenMode = "tokens" | "words";

/** What panes show of their tokens, and the token that is looked at: for this tab, kept nowhere. */
export type TokenChoiceState = {
  modes: ReadonlyMap<string, TokenMode>;
  chosen?: { pane: string; record: string; index: number };
};

export type TokenChoice = {
  get: () => TokenChoiceState;
  subscribe: (listener: () => void) => () => void;
  /** Shows a pane's answer in a mode; without one, as text. */
  show: (pane: string, mode: TokenMode | undefined) => void;
  /** Chooses the token at a place of a pane's answer (a record's id), or lets go. */
  choose: (pane: string, record: string, index: number | undefined) => void;
};

const NOTHING: TokenChoiceState = { modes: new Map() };

export function createTokenChoice(): TokenChoice {
  let state = NOTHING;
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
    show(pane, mode) {
      const modes = new Map(state.modes);
      if (mode) modes.set(pane, mode);
      else modes.delete(pane);
      // What was chosen in a view that closes is let go.
      const { chosen } = state;
      set({ modes, ...(chosen && (mode === "tokens" || chosen.pane !== pane) ? { chosen } : {}) });
    },
    choose(pane, record, index) {
      set({ modes: state.modes, ...(index === undefined ? {} : { chosen: { pane, record, index } }) });
    },
  };
}

export function useTokenChoice<T>(choice: TokenChoice, select: (state: TokenChoiceState) => T): T {
  return useSyncExternalStore(
    choice.subscribe,
    () => select(choice.get()),
    () => select(NOTHING),
  );
}
