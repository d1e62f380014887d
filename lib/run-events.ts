import type { JsonObject } from "./catalog/parameters";
import type { RunErrorCode } from "./errors";
import type { Dropped } from "./wire-body";

/** One alternative at a position. `logprob` is the natural log of the model's own odds, before any fader. */
export type TokenAlternative = { text: string; bytes: number[]; logprob: number; shapedLogprob?: number };
/** A generated token. `shapedLogprob` is the odds after the faders, where the server can tell (Sprout can). */
export type RunToken = TokenAlternative & { top: TokenAlternative[] };

export type EndReason = "complete" | "length" | "content_filter" | "stopped" | "cut";
/** Milliseconds and tokens per second, measured in the adapter, next to the model. */
export type Timings = { firstTokenMs: number; totalMs: number; tokensPerSecond: number };

/** What a provider's headers tell: its id of the request, and what is left of its limits (header name without `x-ratelimit-`). */
export type UpstreamFacts = { requestId?: string; rateLimits?: Record<string, string> };

export type RunEventBody =
  | {
      type: "start";
      attempt: number;
      provider: string;
      model: string;
      body: JsonObject;
      dropped: (Dropped & { reason: string })[];
      seed?: number;
    }
  | { type: "text"; text: string }
  | { type: "reasoning"; text: string }
  | { type: "tokens"; tokens: RunToken[] }
  | {
      type: "usage";
      source: "server" | "estimate";
      input: number;
      output: number;
      reasoning?: number;
      costMicroUsd?: number;
    }
  | { type: "end"; reason: EndReason; servedModel?: string; timings: Timings; upstream?: UpstreamFacts }
  | {
      type: "error";
      code: RunErrorCode;
      phase: "before" | "during";
      status?: number;
      /** The field at fault: a parameter's key, or a path into the request. */
      parameter?: string;
      /** In the language the request asked for; the page can say it again from `code` and `values`. */
      message: string;
      values?: Record<string, string | number>;
      /** The provider's own words, keys masked. */
      said?: string;
      retryable: boolean;
      retryAfterMs?: number;
      upstream?: UpstreamFacts;
    }
  /** How the answer came (`lib/pace.ts`): added by who reads the stream, before the ending; no server sends it. */
  | { type: "pace"; pace: number[] };

/** One event of a run's stream; every event names its pane, and each pane gets exactly one `end` or `error`. */
export type RunEvent = RunEventBody & { pane: string };

const TYPES = new Set(["start", "text", "reasoning", "tokens", "usage", "end", "error"]);

/** Reads one `data:` payload; undefined when it is not an event of ours. */
export function readRunEvent(data: string): RunEvent | undefined {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== "object" || value === null) return undefined;
    const { type, pane } = value as { type?: unknown; pane?: unknown };
    return typeof type === "string" && TYPES.has(type) && typeof pane === "string"
      ? (value as RunEvent)
      : undefined;
  } catch {
    return undefined;
  }
}

export function isEnding(event: RunEventBody): boolean {
  return event.type === "end" || event.type === "error";
}
