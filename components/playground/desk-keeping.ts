import type { Desk } from "@/lib/playground/experiment";
import { DeskStorage, type SaveResult } from "./desk-storage";
import type { DeskStore } from "./desk-store";

/** Streaming changes the desk many times a second; it is written down at most this often, and when the page is left. */
const SAVE_EVERY_MS = 800;

/** Writes the desk down as it changes. A desk from a link and one's own take turns, and neither takes the other's place. */
export type DeskKeeping = {
  storage: DeskStorage;
  /** Keeps every change from here on, and says how each save went; gives the way to end it. */
  begin: (onSaved: (result: SaveResult) => void) => () => void;
  /** Writes down at once what has changed. */
  save: () => void;
  /** The visitor's own desk as it was left for a link's; undefined when that was before this page was loaded. */
  leftDesk: () => Desk | undefined;
};

export function createDeskKeeping(store: DeskStore): DeskKeeping {
  const storage = new DeskStorage();
  let saved = store.get();
  let last = saved;
  let left: Desk | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onSaved: ((result: SaveResult) => void) | undefined;

  function write(desk: Desk): void {
    clearTimeout(timer);
    timer = undefined;
    if (desk === saved || !onSaved) return;
    saved = desk;
    onSaved(storage.save(desk));
  }
  function onChange(): void {
    const desk = store.get();
    if ((desk.link === undefined) !== (last.link === undefined)) {
      if (!last.link) left = last;
      write(last);
    }
    last = desk;
    timer ??= setTimeout(save, SAVE_EVERY_MS);
  }
  function save(): void {
    write(store.get());
  }
  return {
    storage,
    save,
    leftDesk: () => left,
    begin(listener) {
      onSaved = listener;
      saved = last = store.get();
      const unsubscribe = store.subscribe(onChange);
      window.addEventListener("pagehide", save);
      document.addEventListener("visibilitychange", save);
      return () => {
        unsubscribe();
        save();
        onSaved = undefined;
        window.removeEventListener("pagehide", save);
        document.removeEventListener("visibilitychange", save);
      };
    },
  };
}
