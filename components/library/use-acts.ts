import { useState } from "react";
import { LibraryFailure } from "./database";

/** What came of the last act: a word on it, or why it failed. */
export type Outcome = { said?: string; failure?: LibraryFailure["code"] };

/** Does something with the library and gives what to say of it; what the storage refuses is told, never thrown. */
export type Attempt = (act: () => Promise<string | undefined>) => Promise<void>;

/** Acts on the library, and what came of the last one. */
export function useActs(): Outcome & { attempt: Attempt } {
  const [outcome, set] = useState<Outcome>({});
  const attempt: Attempt = async (act) => {
    try {
      set({ said: await act() });
    } catch (error) {
      if (!(error instanceof LibraryFailure)) throw error;
      set({ failure: error.code });
    }
  };
  return { ...outcome, attempt };
}
