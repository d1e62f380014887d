import type { JsonObject } from "./catalog/parameters";
import type { EndReason, RunEventBody, RunToken, Timings, UpstreamFacts } from "./run-events";

type StartEvent = Extract<RunEventBody, { type: "start" }>;
type UsageEvent = Extract<RunEventBody, { type: "usage" }>;
type ErrorEvent = Extract<RunEventBody, { type: "error" }>;

/** One answer of one pane, as far as it has come: what a pane shows, a batch row stores and a link may carry. */
export type Run = {
  state: "waiting" | "streaming" | "ended" | "failed";
  text: string;
  reasoning: string;
  tokens: RunToken[];
  start?: {
    attempt: number;
    provider: string;
    model: string;
    body: JsonObject;
    dropped: StartEvent["dropped"];
    seed?: number;
  };
  usage?: Omit<UsageEvent, "type">;
  end?: { reason: EndReason; servedModel?: string; timings?: Timings; upstream?: UpstreamFacts };
  error?: Omit<ErrorEvent, "type">;
  /** How its pieces came, where somebody watched: see `lib/pace.ts`. */
  pace?: number[];
};

export const NEW_RUN: Run = { state: "waiting", text: "", reasoning: "", tokens: [] };

export function isRunning(run: Run): boolean {
  return run.state === "waiting" || run.state === "streaming";
}

/** Folds one event into a run. Pure; whatever comes after the ending changes nothing. */
export function advance(run: Run, event: RunEventBody): Run {
  if (!isRunning(run)) return run;
  switch (event.type) {
    case "start": {
      const { attempt, provider, model, body, dropped, seed } = event;
      return { ...run, start: { attempt, provider, model, body, dropped, seed } };
    }
    case "text":
      return { ...run, state: "streaming", text: run.text + event.text };
    case "reasoning":
      return { ...run, state: "streaming", reasoning: run.reasoning + event.text };
    case "tokens":
      return { ...run, state: "streaming", tokens: [...run.tokens, ...event.tokens] };
    case "usage": {
      const { type: _, ...usage } = event;
      return { ...run, usage };
    }
    case "pace":
      return { ...run, pace: event.pace };
    case "end":
      return {
        ...run,
        state: "ended",
        end: {
          reason: event.reason,
          servedModel: event.servedModel,
          timings: event.timings,
          ...(event.upstream ? { upstream: event.upstream } : {}),
        },
      };
    case "error": {
      const { type: _, ...error } = event;
      return { ...run, state: "failed", error };
    }
  }
}

/**
 * A stream that closed without an ending was cut, or stopped where the reader hung up on purpose; it is never complete
 * (requirements R35, R41).
 */
export function cutOff(run: Run, reason: "cut" | "stopped" = "cut"): Run {
  return isRunning(run) ? { ...run, state: "ended", end: { reason } } : run;
}
