import { useEffect, useState } from "react";
import type { Desk } from "@/lib/playground/experiment";
import { DeskStorage, type SaveResult } from "./desk-storage";
import type { DeskStore } from "./desk-store";

/** Streaming changes the desk many times a second; it is written down at most this often, and when the page is left. */
const SAVE_EVERY_MS = 800;

/** Loads what this browser kept, then keeps every change. Returns how the last save went. */
export function useDeskSaving(store: DeskStore): SaveResult {
  const [result, setResult] = useState<SaveResult>("saved");
  useEffect(() => {
    const storage = new DeskStorage();
    const kept = storage.load();
    if (kept) store.dispatch({ type: "load", desk: kept });
    // From here on the page answers; tests and assistive scripts may wait for it.
    document.documentElement.dataset.ready = "";
    let saved: Desk = store.get();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      if (store.get() === saved) return;
      saved = store.get();
      setResult(storage.save(saved));
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
  }, [store]);
  return result;
}
