import { useState } from "react";
import { LibraryFailure } from "./database";

/** What came of the last act: a word on it, what of it went wrong, or why the storage did not do it. */
export type Outcome = { said?: string; faults?: string[]; failure?: LibraryFailure["code"] };

/** Does something with the library and gives what to say of it; what the storage refuses is told, never thrown. */
export type Attempt = (act: () => Promise<Outcome | string | undefined>) => Promise<void>;

/** Acts on the library, and what came of the last one. */
export function useActs(): { outcome: Outcome; attempt: Attempt } {
  const [outcome, set] = useState<Outcome>({});
  const attempt: Attempt = async (act) => {
    try {
      const told = await act();
      set(typeof told === "string" ? { said: told } : (told ?? {}));
    } catch (error) {
      if (!(error instanceof LibraryFailure)) throw error;
      set({ failure: error.code });
    }
  };
  return { outcome, attempt };
}
