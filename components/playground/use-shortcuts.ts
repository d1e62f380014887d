import { useLayoutEffect } from "react";
import type { DeskTools } from "./desk-context";
import { regionEntry } from "./region-entry";

/** The parts of the desk that F6 walks through; each has an element with `data-region` of this name. */
const REGIONS = ["prompt", "panes", "faders"] as const;

/**
 * Ctrl/Cmd+Enter runs, F6 (Shift+F6) moves between prompt, panes and faders, Alt+1..8 chooses a pane. Nothing happens
 * while an input method is composing: its Enter only ends the composition.
 */
export function useShortcuts({ store, runs }: DeskTools): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return;
      const { panes } = store.get().experiment;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        void runs.play(panes.map((pane) => pane.id));
      } else if (event.key === "F6") {
        event.preventDefault();
        focusRegion(event.shiftKey ? -1 : 1);
      } else if (event.altKey && /^Digit[1-8]$/.test(event.code)) {
        const pane = panes[Number(event.code.at(-1)) - 1];
        if (!pane) return;
        event.preventDefault();
        store.dispatch({ type: "select", pane: pane.id });
        document.getElementById(`pane-${pane.id}`)?.focus();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store, runs]);
}

function focusRegion(step: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>("[data-region]")?.dataset.region;
  const from = REGIONS.findIndex((region) => region === here);
  for (let tried = 1; tried <= REGIONS.length; tried += 1) {
    const next =
      REGIONS[(from + step * tried + 2 * REGIONS.length + (from < 0 && step < 0 ? 1 : 0)) % REGIONS.length];
    const target = next && regionEntry(next);
    if (target && target.checkVisibility()) {
      target.focus();
      return;
    }
  }
}
