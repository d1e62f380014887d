import "server-only";
import type { Target } from "@/lib/catalog/targets";
import { AppError } from "@/lib/errors";
import { estimatePromptTokens, TextTally } from "@/lib/estimate-tokens";
import { LIMITS } from "@/lib/limits";
import type { EndReason, RunEventBody, RunToken, UpstreamFacts } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";
import { costOf } from "../prices/prices";
import { Stopwatch } from "../stopwatch";
import type { Delta, Usage } from "./delta";
import type { Batch } from "./read-stream";

/** Turns what a provider's stream brings into a run's events. One for each attempt; its clock starts with it. */
export class Telling {
  readonly #stopwatch = new Stopwatch();
  readonly #text = new TextTally();
  readonly #reasoning = new TextTally();
  #usage: Usage | undefined;
  #servedModel: string | undefined;
  #ending: EndReason | undefined;
  #isDone = false;

  constructor(
    readonly prompt: PanePrompt,
    readonly target: Target,
  ) {}

  /** Whether the answer has said how it ended. */
  get hasEnded(): boolean {
    return this.#ending !== undefined;
  }

  /** The events of one read: deltas of a kind are joined. With the stream's own error, if it had one. */
  tell({ deltas, done }: Batch): { events: RunEventBody[]; error: Delta["error"] } {
    let [text, reasoning, came] = ["", "", 0];
    let tokens: RunToken[] = [];
    let error: Delta["error"];
    for (const delta of deltas) {
      text += delta.text ?? "";
      reasoning += delta.reasoning ?? "";
      came += delta.text || delta.reasoning ? 1 : 0;
      if (delta.tokens) tokens = tokens.concat(delta.tokens);
      this.#usage = delta.usage ?? this.#usage;
      this.#servedModel = delta.servedModel ?? this.#servedModel;
      this.#ending = delta.ending ?? this.#ending;
      error ??= delta.error;
    }
    this.#isDone ||= done;
    if (came > 0) this.#stopwatch.mark(Math.max(came, tokens.length));
    this.#text.add(text);
    this.#reasoning.add(reasoning);
    if (this.#text.length + this.#reasoning.length > LIMITS.answerBytes) throw new AppError("provider_odd");
    const events: RunEventBody[] = [];
    if (reasoning !== "") events.push({ type: "reasoning", text: reasoning });
    if (tokens.length > 0) events.push({ type: "tokens", tokens });
    if (text !== "") events.push({ type: "text", text });
    return { events, error };
  }

  /** Usage and ending. Without a reason of the provider's or `[DONE]` the stream was cut, never complete. */
  close(facts: UpstreamFacts | undefined, reason?: EndReason): RunEventBody[] {
    const usage = this.#usage ?? this.#estimate();
    const costMicroUsd = costOf(this.target, usage);
    return [
      {
        type: "usage",
        source: this.#usage ? "server" : "estimate",
        ...usage,
        ...(costMicroUsd === undefined ? {} : { costMicroUsd }),
      },
      {
        type: "end",
        reason: reason ?? this.#ending ?? (this.#isDone ? "complete" : "cut"),
        ...(this.#servedModel ? { servedModel: this.#servedModel } : {}),
        timings: this.#stopwatch.read(this.#usage && this.#shownTokens(this.#usage)),
        ...(facts ? { upstream: facts } : {}),
      },
    ];
  }

  /** Tokens that were thought but not shown do not belong in the speed of what was. */
  #shownTokens({ output, reasoning = 0 }: Usage): number {
    return this.#reasoning.length === 0 ? output - reasoning : output;
  }

  #estimate(): Usage {
    return {
      input: estimatePromptTokens(this.prompt),
      output: this.#text.tokens + this.#reasoning.tokens,
    };
  }
}
