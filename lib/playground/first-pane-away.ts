import type { Provider } from "../catalog/providers";
import { findTarget } from "../catalog/targets";
import type { Pane } from "./experiment";

/** The number of the first pane, from 1, whose model costs something or runs elsewhere; 0 when all are free and here. */
export function firstPaneAway(panes: readonly Pane[], providers: readonly Provider[]): number {
  return (
    panes.findIndex(({ model }) => {
      const provider = findTarget(model, providers)?.provider;
      return !provider?.isFree || provider.place !== "server";
    }) + 1
  );
}
