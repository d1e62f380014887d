import { useEffect, useState } from "react";
import { DeskStorage, type SaveResult } from "./desk-storage";
import type { DeskStore } from "./desk-store";

/** Streaming changes the desk many times a second; it is written down at most this often, and when the page is left. */
const SAVE_EVERY_MS = 800;

/**
 * Loads what this browser kept, then keeps every change. Returns how the last save went, and whether a kept desk is on
 * its way: what one types before it is there would be lost. Its reader checks every field and weighs a tenth of the page,
 * so it comes only when there is something to read.
 */
export function useDeskSaving(store: DeskStore): { saving: SaveResult; isLoading: boolean } {
  const [saving, setSaving] = useState<SaveResult>("saved");
  const [isLoading, setLoading] = useState(false);
  useEffect(() => {
    const storage = new DeskStorage();
    let stop: (() => void) | undefined;
    let isLeft = false;
    const begin = () => {
      if (!isLeft) stop = keepSaving(store, storage, setSaving);
    };
    const beReady = () => {
      setLoading(false);
      // From here on the page answers; tests and assistive scripts may wait for it.
      document.documentElement.dataset.ready = "";
    };
    const load = async () => {
      setLoading(true);
      try {
        const { readStoredDesk } = await import("@/lib/playground/read-stored-desk");
        const kept = storage.load(readStoredDesk);
        if (kept && !isLeft) store.dispatch({ type: "load", desk: kept });
        begin();
      } catch {
        setSaving("unread");
      }
      beReady();
    };
    if (storage.isEmpty()) {
      begin();
      beReady();
    } else void load();
    return () => {
      isLeft = true;
      stop?.();
    };
  }, [store]);
  return { saving, isLoading };
}

function keepSaving(
  store: DeskStore,
  storage: DeskStorage,
  onSaved: (result: SaveResult) => void,
): () => void {
  let saved = store.get();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (store.get() === saved) return;
    saved = store.get();
    onSaved(storage.save(saved));
  };
  const unsubscribe = store.subscribe(() => (timer ??= setTimeout(save, SAVE_EVERY_MS)));
  window.addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", save);
  return () => {
    unsubscribe();
    save();
    window.removeEventListener("pagehide", save);
    document.removeEventListener("visibilitychange", save);
  };
}
