import { useEffect } from "react";
import { findTarget } from "@/lib/catalog/targets";
import type { DeskTools } from "./desk-context";

/**
 * Asks for the lists of models as soon as a pane leaves this server: prices stand there. A desk from a link waits until
 * something is done with it: to open one asks nobody anything.
 */
export function useModelsOfPanes({ store, providers, models }: DeskTools): void {
  useEffect(() => {
    const look = () => {
      const { link, experiment } = store.get();
      if (link?.since === "opened") return;
      const isAway = experiment.panes.some(
        (pane) => findTarget(pane.model, providers)?.provider.place === "host",
      );
      if (isAway && models.get().state === "idle") models.load();
    };
    look();
    return store.subscribe(look);
  }, [store, providers, models]);
}
