import { paneRuns } from "@/lib/playground/experiment";
import { firstPaneAway } from "@/lib/playground/first-pane-away";
import {
  changed,
  changedPanes,
  due,
  NO_MOVES,
  touched,
  type Moves,
  type Touch,
} from "@/lib/playground/run-as-i-move";
import type { DeskTools } from "./desk-context";

/** So long after the last key on a fader its value is meant. */
const REST_MS = 400;
/** The keys that move a fader, and those that step through a number in its field. */
const FADER_KEYS = /^(?:Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Home|End|Delete|Backspace)$/;
const STEP_KEYS = /^Arrow(?:Up|Down)$/;
const FADERS = '[data-region="faders"]';
const EVENTS = [
  "pointerdown",
  "pointerup",
  "pointercancel",
  "keydown",
  "keyup",
  "input",
  "focusout",
] as const;

/**
 * Plays the panes whose parameters were changed once the hand lets go of them; what changes during a run, when that is over,
 * all of it as one. Switches "Run as I move" off when a pane's model is not free or not here. Gives the way to end it.
 */
export function watchMoves({
  store,
  runs,
  providers,
}: Pick<DeskTools, "store" | "runs" | "providers">): () => void {
  let moves: Moves = NO_MOVES;
  let { panes, message } = store.get().experiment;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function playDue(): void {
    const unplayed = due(moves).filter((id) => {
      const pane = panes.find((each) => each.id === id);
      // Run may have been pressed since the change.
      return pane && paneRuns(store.get(), id).records.at(-1)?.parameters !== pane.parameters;
    });
    if (unplayed.length === 0 || runs.isBusy()) return;
    moves = { ...moves, changed: [] };
    void runs.play(unplayed);
  }
  function onTouch(touch: Touch): void {
    moves = touched(moves, touch);
    clearTimeout(timer);
    if (moves.hand === "resting") timer = setTimeout(onTouch, REST_MS, "rested");
    playDue();
  }
  function onEvent(event: Event): void {
    const touch = touchOf(event);
    if (touch) onTouch(touch);
  }
  function onDesk(): void {
    const { experiment } = store.get();
    moves = changed(moves, changedPanes(panes, experiment.panes));
    // Who writes a message will press Run; half of it must not be sent because a fader was moved before.
    if (experiment.message !== message && experiment.message !== "") moves = { ...moves, changed: [] };
    ({ panes, message } = experiment);
    if (firstPaneAway(panes, providers) > 0) store.dispatch({ type: "setRunAsIMove", on: false });
    else playDue();
  }
  const onBlur = () => onTouch("leave");

  const leaveStore = store.subscribe(onDesk);
  const leaveRuns = runs.subscribe(playDue);
  // Heard before the controls hear them: what the hand does is known when a parameter changes.
  for (const type of EVENTS) document.addEventListener(type, onEvent, { capture: true });
  window.addEventListener("blur", onBlur);
  return () => {
    clearTimeout(timer);
    leaveStore();
    leaveRuns();
    for (const type of EVENTS) document.removeEventListener(type, onEvent, { capture: true });
    window.removeEventListener("blur", onBlur);
  };
}

/** What an event means for the faders and their fields, if anything. */
function touchOf(event: Event): Touch | undefined {
  const { type, target } = event;
  if (type === "pointerup" || type === "pointercancel") return "letGo";
  if (type === "keyup") return "keyUp";
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isField || !target.closest(FADERS)) return undefined;
  const isFader = target.type === "range";
  if (type === "pointerdown") return isFader ? "take" : undefined;
  if (type === "input") return isFader ? undefined : "type";
  if (type === "focusout") return "commit";
  const { key, ctrlKey, metaKey } = event as KeyboardEvent;
  // With Ctrl it runs, and in a text of several lines it breaks one.
  if (key === "Enter")
    return target instanceof HTMLInputElement && !ctrlKey && !metaKey ? "commit" : undefined;
  const moving = isFader ? FADER_KEYS : target.getAttribute("role") === "spinbutton" ? STEP_KEYS : undefined;
  return moving?.test(key) ? "keyDown" : undefined;
}
