import { useLayoutEffect } from "react";
import type { DeskTools } from "./desk-context";
import { useDesk } from "./desk-store";

/** What watches the faders: it comes with the first press of the switch. */
export const loadWatching = () => import("./watch-moves");

/** While "Run as I move" is on, moving a fader runs its pane again. */
export function useRunAsIMove(tools: DeskTools): void {
  const isOn = useDesk(tools.store, (desk) => desk.runAsIMove ?? false);
  // Before the switch is seen on: on means that it works.
  useLayoutEffect(() => {
    if (!isOn) return;
    let stop: (() => void) | undefined;
    let isLeft = false;
    void loadWatching().then(({ watchMoves }) => {
      if (!isLeft) stop = watchMoves(tools);
    });
    return () => {
      isLeft = true;
      stop?.();
    };
  }, [isOn, tools]);
}
