import { useEffect } from "react";
import type { DeskTools } from "./desk-context";
import { useDesk } from "./desk-store";
import { watchMoves } from "./watch-moves";

/** While "Run as I move" is on, moving a fader runs its pane again. */
export function useRunAsIMove(tools: DeskTools): void {
  const isOn = useDesk(tools.store, (desk) => desk.runAsIMove ?? false);
  useEffect(() => (isOn ? watchMoves(tools) : undefined), [isOn, tools]);
}
