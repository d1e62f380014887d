import { useSyncExternalStore } from "react";

/** How a pane shows its answer besides as text: token by token with their odds, or made one word at a time. */
export type TokenMode = "tokens" | "words";

/** A token of an answer: a pane's id, a record's, and the token's place. */
export type TokenPlace = { pane: string; record: string; index: number };

/** What panes show of their tokens, and the token that is looked at: for this tab, kept nowhere. */
export type TokenChoiceState = {
  modes: ReadonlyMap<string, TokenMode>;
  /** What was made so far one word at a time, by pane: ids of Sprout's. */
  words: ReadonlyMap<string, readonly number[]>;
  chosen?: TokenPlace;
  /** Where the lens stands, if in an answer. */
  lens?: TokenPlace;
};

export type TokenChoice = {
  get: () => TokenChoiceState;
  subscribe: (listener: () => void) => () => void;
  /** Shows a pane's answer in a mode; without one, as text. */
  show: (pane: string, mode: TokenMode | undefined) => void;
  /** Chooses the token at a place of a pane's answer (a record's id), or lets go. */
  choose: (pane: string, record: string, index: number | undefined) => void;
  /** Notes what was made so far one word at a time. */
  write: (pane: string, ids: readonly number[]) => void;
  /** Notes where the lens stands. */
  lookAt: (place: TokenPlace | undefined) => void;
};

const NOTHING: TokenChoiceState = { modes: new Map(), words: new Map() };

export function createTokenChoice(): TokenChoice {
  let state = NOTHING;
  const listeners = new Set<() => void>();
  const set = (next: Partial<TokenChoiceState>) => {
    state = { ...state, ...next };
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
      const isLeft = mode !== "tokens" && state.chosen?.pane === pane;
      set({ modes, ...(isLeft ? { chosen: undefined } : {}) });
    },
    choose(pane, record, index) {
      set({ chosen: index === undefined ? undefined : { pane, record, index } });
    },
    write(pane, ids) {
      set({ words: new Map(state.words).set(pane, ids) });
    },
    lookAt(lens) {
      set({ lens });
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
