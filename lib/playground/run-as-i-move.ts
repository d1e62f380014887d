import type { Pane } from "./experiment";

/** What a hand does at the faders. Only when it is still is something played. */
export type Hand = "still" | "onFader" | "onKey" | "typing" | "resting";

/** The hand, and the panes whose parameters it has changed since they were last played. */
export type Moves = { hand: Hand; changed: readonly string[] };
export const NO_MOVES: Moves = { hand: "still", changed: [] };

/**
 * What happens at the faders: a pointer takes one and lets go, a key moves one and comes up, a field is typed into and
 * left, the last key was long enough ago, the page loses the hand altogether.
 */
export type Touch = "take" | "letGo" | "keyDown" | "keyUp" | "type" | "commit" | "rested" | "leave";

/** From which hand a touch leads to which; from any other it changes nothing. */
const TOUCHES: Record<Touch, { from?: readonly Hand[]; to: Hand }> = {
  take: { to: "onFader" },
  letGo: { from: ["onFader"], to: "still" },
  keyDown: { to: "onKey" },
  keyUp: { from: ["onKey"], to: "resting" },
  type: { to: "typing" },
  commit: { from: ["typing"], to: "still" },
  rested: { from: ["resting"], to: "still" },
  leave: { to: "still" },
};

/** The moves after a touch. */
export function touched(moves: Moves, touch: Touch): Moves {
  const { from, to } = TOUCHES[touch];
  return to === moves.hand || (from && !from.includes(moves.hand)) ? moves : { ...moves, hand: to };
}

/** The moves after a change of these panes' parameters. */
export function changed(moves: Moves, panes: readonly string[]): Moves {
  return panes.length === 0 ? moves : { ...moves, changed: [...new Set([...moves.changed, ...panes])] };
}

/** The panes to play now: those that changed, once the hand is still. */
export function due({ hand, changed: panes }: Moves): readonly string[] {
  return hand === "still" ? panes : [];
}

/** The panes of `after` whose parameters are others than in `before`; a pane that has come since has none to differ from. */
export function changedPanes(before: readonly Pane[], after: readonly Pane[]): string[] {
  if (before === after) return [];
  const known = new Map(before.map(({ id, parameters }) => [id, parameters]));
  return after
    .filter(({ id, parameters }) => known.has(id) && known.get(id) !== parameters)
    .map(({ id }) => id);
}
