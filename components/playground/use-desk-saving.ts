import { useLayoutEffect, useState } from "react";
import type { DeskTools } from "./desk-context";
import { keepValuesThroughTakeover, replayEarlyInput } from "./early-input";
import type { SaveResult } from "./desk-storage";
import { openArrived, type LinkFault } from "./open-arrived";

export type DeskSaving = {
  /** How the last save went. */
  saving: SaveResult;
  /** Whether a desk is on its way: what one types before it is there would be lost. */
  isLoading: boolean;
  /** Why the link that the page was opened by could not be opened. */
  linkFault: LinkFault | undefined;
  forgetFault: () => void;
};

/**
 * Loads what this browser kept, then what the address brings, then keeps every change. The reader of kept desks checks
 * every field and weighs a tenth of the page, so it comes only when there is something to read; that of links likewise.
 */
export function useDeskSaving(tools: DeskTools): DeskSaving {
  const [saving, setSaving] = useState<SaveResult>("saved");
  const [isLoading, setLoading] = useState(false);
  const [linkFault, setFault] = useState<LinkFault>();
  useLayoutEffect(() => {
    const { store, keeping } = tools;
    let stop: (() => void) | undefined;
    let isLeft = false;
    // From here on the desk itself is held while another is on its way.
    document.documentElement.inert = false;
    const stopKeeping = keepValuesThroughTakeover();
    const begin = () => {
      if (!isLeft) stop = keeping.begin(setSaving);
    };
    const load = async () => {
      try {
        const { loadDesk } = await import("./load-desk");
        const kept = loadDesk(keeping.storage);
        if (kept && !isLeft) store.dispatch({ type: "load", desk: kept });
        begin();
      } catch {
        setSaving("unread");
      }
    };
    const arrive = () => openArrived(tools, setFault);
    const start = async () => {
      if (keeping.storage.isEmpty()) begin();
      else {
        setLoading(true);
        await load();
      }
      const opening = isLeft ? undefined : arrive();
      if (opening) {
        setLoading(true);
        await opening;
      }
      setLoading(false);
      // React takes no part over while it is still at work on this one.
      await Promise.resolve();
      replayEarlyInput();
      // From here on the page answers; tests and assistive scripts may wait for it.
      document.documentElement.dataset.ready = "";
    };
    const started = start();
    // Not before what was kept is there, which would take the link's place.
    const onHash = () => void started.then(arrive);
    window.addEventListener("hashchange", onHash);
    return () => {
      isLeft = true;
      stop?.();
      stopKeeping();
      window.removeEventListener("hashchange", onHash);
    };
  }, [tools]);
  return { saving, isLoading, linkFault, forgetFault: () => setFault(undefined) };
}
