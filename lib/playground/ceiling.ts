import { findTarget } from "../catalog/targets";
import type { Provider } from "../catalog/providers";
import { SPROUT } from "../catalog/models";
import type { ModelEntry } from "../models-list";
import { historyOf, standingAnswer } from "./conversation";
import type { Desk, Pane } from "./experiment";
import { filledTurns, fillingOf, systemOf } from "./prompt-texts";

const MILLION = 1_000_000;

/** What a run of all panes may cost, and how many tokens it may write (0: no limit is set everywhere). */
export type Ceiling = { outputTokens: number } & (
  { kind: "free" | "unknown" | "open" } | { kind: "atMost"; microUsd: number }
);

/**
 * The most that pressing Run can cost: no token is shorter than a byte, no answer longer than its max tokens, and prices
 * come from the models' list. One unknown price makes the sum unknown; a paid pane without max tokens leaves it open.
 */
export function ceilingOf(
  desk: Desk,
  providers: readonly Provider[],
  models: readonly ModelEntry[],
): Ceiling {
  const parts = desk.experiment.panes.map((pane) => partOf(desk, pane, providers, models));
  const outputs = parts.map(({ output }) => output);
  const outputTokens = outputs.includes(undefined) ? 0 : sum(outputs as number[]);
  const costs = parts.map(({ microUsd }) => microUsd);
  if (costs.includes("unknown")) return { kind: "unknown", outputTokens };
  if (costs.includes("open")) return { kind: "open", outputTokens };
  const microUsd = sum(costs as number[]);
  return microUsd === 0 ? { kind: "free", outputTokens } : { kind: "atMost", microUsd, outputTokens };
}

/** The most that so many presses can cost: each plays the same turns again. */
export function ceilingTimes(ceiling: Ceiling, times: number): Ceiling {
  return ceiling.kind === "atMost" ? { ...ceiling, microUsd: times * ceiling.microUsd } : ceiling;
}

type Part = { output: number | undefined; microUsd: number | "unknown" | "open" };

function partOf(desk: Desk, pane: Pane, providers: readonly Provider[], models: readonly ModelEntry[]): Part {
  const target = findTarget(pane.model, providers);
  const isSprout = pane.model === SPROUT.id;
  const output = pane.parameters.maxOutputTokens ?? (isSprout ? SPROUT.contextTokens : undefined);
  const price = target?.provider.isFree
    ? { input: 0, output: 0 }
    : models.find((model) => model.id === pane.model)?.price;
  if (!price) return { output, microUsd: "unknown" };
  if (price.output === 0 && price.input === 0) return { output, microUsd: 0 };
  if (output === undefined) return { output, microUsd: "open" };
  const { experiment } = desk;
  const fill = fillingOf(experiment);
  const history = filledTurns(historyOf(desk, pane), fill).map(({ content }) => content);
  const answer = followedAnswer(desk, pane);
  const texts = [...history, ...(answer === "" ? [] : [answer]), fill(experiment.message)];
  const input = mostTokens([systemOf(experiment, pane), ...texts]);
  return { output, microUsd: Math.ceil((input * price.input + output * price.output) / MILLION) };
}

/** The answer on show that the message follows: it is sent along. */
function followedAnswer(desk: Desk, pane: Pane): string {
  return desk.experiment.message.trim() === "" ? "" : standingAnswer(desk, pane);
}

/** What the ceiling depends on beside the experiment, in a form to watch: how long the answers are that the message follows. */
export function followedLengths(desk: Desk): string {
  return desk.experiment.panes.map((pane) => followedAnswer(desk, pane).length).join();
}

/** What a chat template may add around a turn. */
const ENVELOPE = 16;

/** More tokens than these texts can be. */
function mostTokens(texts: string[]): number {
  const encoder = new TextEncoder();
  return sum(texts.map((text) => encoder.encode(text).length + ENVELOPE));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
