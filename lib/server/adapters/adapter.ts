import "server-only";
import type { Target } from "@/lib/catalog/targets";
import type { RunEventBody } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";
import type { OwnKeys } from "../own-keys";
import type { Texts } from "../texts";

export type AdapterContext = {
  /** Aborted when the pane is stopped or its reader has left. */
  signal: AbortSignal;
  /** The reader's language, for reasons and messages. */
  texts: Texts;
  /** Keys that came with the request; they win over the server's. */
  ownKeys?: OwnKeys;
  /** True for programs, which see what failed and try again by themselves. */
  isSingleAttempt?: boolean;
};

/**
 * Speaks one dialect: turns a prompt into events, `start` first, `usage` before exactly one `end`. Failures are thrown
 * (an `AppError` with a code of the table says what happened); a stop ends with reason "stopped". An adapter makes only
 * what is asked for: while nobody pulls, it waits.
 */
export type Adapter = (
  prompt: PanePrompt,
  target: Target,
  context: AdapterContext,
) => AsyncIterable<RunEventBody>;
