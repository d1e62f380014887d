import "server-only";
import type { RunEventBody } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";
import type { Texts } from "../texts";

export type AdapterContext = {
  /** Aborted when the pane is stopped or its reader has left. */
  signal: AbortSignal;
  /** The reader's language, for reasons and messages. */
  texts: Texts;
};

/**
 * Speaks one dialect: turns a prompt into events, `start` first, `usage` before exactly one `end`. Failures are thrown
 * (an `AppError` with a code of the table says what happened); a stop ends with reason "stopped". An adapter makes only
 * what is asked for: while nobody pulls, it waits.
 */
export type Adapter = (prompt: PanePrompt, context: AdapterContext) => AsyncIterable<RunEventBody>;
