import { useEffect } from "react";
import { findTarget } from "@/lib/catalog/targets";
import type { DeskTools } from "./desk-context";

/** Asks for the lists of models as soon as a pane leaves this server: prices stand there. */
export function useModelsOfPanes({ store, providers, models }: DeskTools): void {
  useEffect(() => {
    const look = () => {
      const isAway = store
        .get()
        .experiment.panes.some((pane) => findTarget(pane.model, providers)?.provider.place === "host");
      if (isAway && models.get().state === "idle") models.load();
    };
    look();
    return store.subscribe(look);
  }, [store, providers, models]);
}
