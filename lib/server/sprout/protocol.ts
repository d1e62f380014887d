import "server-only";
import type { ParameterValues } from "@/lib/catalog/parameters";
import type { ErrorCode, ErrorDetail } from "@/lib/errors";
import type { EndReason, RunToken } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";

/** What passes between the server and Sprout's thread. Plain data only: it is copied on the way. */

/** One answer to write. */
export type SproutJob = Pick<PanePrompt, "system" | "messages"> & {
  parameters: ParameterValues;
  seed: number;
};

/** One generated token: the text it lets out (often none, see `lib/tiny-model/generate`), and its odds when asked for. */
export type SproutStep = { text: string; token?: RunToken };

export type SproutOutcome =
  | { type: "end"; reason: EndReason; input: number; output: number }
  | ({ type: "failed"; code: ErrorCode } & Pick<ErrorDetail, "path" | "values">);

export type ToSprout =
  | { type: "start"; session: number; job: SproutJob; credit: number }
  /** The reader has taken `credit` steps; as many more may be made. */
  | { type: "more"; session: number; credit: number }
  | { type: "stop"; session: number };

export type FromSprout = { session: number } & ({ type: "step"; step: SproutStep } | SproutOutcome);
