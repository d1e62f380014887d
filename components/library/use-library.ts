import { useEffect, useState } from "react";
import type { LibraryEntry } from "@/lib/library/library-entry";
import { LibraryFailure } from "./database";
import { onLibraryChange } from "./library-changes";
import { listEntries } from "./library-store";

/** What the library holds: nothing known yet, its entries and how many cannot be read here, or why there is none. */
export type Library =
  | { state: "loading" }
  | { state: "ready"; entries: LibraryEntry[]; unread: number }
  | { state: "failed"; code: LibraryFailure["code"] };

/** The library as it is now, whoever changes it. */
export function useLibrary(): Library {
  const [library, set] = useState<Library>({ state: "loading" });
  useEffect(() => {
    // A list that was asked for earlier may come later.
    let asked = 0;
    const load = async () => {
      asked += 1;
      const mine = asked;
      const next = await listEntries().then(
        (listed): Library => ({ state: "ready", ...listed }),
        (error: unknown): Library => ({
          state: "failed",
          code: error instanceof LibraryFailure ? error.code : "unavailable",
        }),
      );
      if (mine === asked) set(next);
    };
    void load();
    const leave = onLibraryChange(() => void load());
    return () => {
      asked = -1;
      leave();
    };
  }, []);
  return library;
}
