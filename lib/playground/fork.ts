import { dialectRow } from "../catalog/dialects";
import type { JsonObject } from "../catalog/parameters";
import type { Target } from "../catalog/targets";
import type { Message } from "../run-request";
import { escapeVariables } from "../variables/escape-variables";
import { exactTokens, toMessages } from "./conversation";
import {
  findPane,
  MAX_PANES,
  paneRuns,
  shownRecord,
  type Desk,
  type Experiment,
  type Pane,
  type Turn,
} from "./experiment";
import { filledTurns, fillingOf, systemOf } from "./prompt-texts";

/**
 * A fork of the answer on show in `pane`: a new pane `id` whose answer begins with `text`, made of `tokens` if they are known.
 * `given` are the tokens that the answer itself was given, if those are: of a prefill that was typed, the desk knows none.
 */
export type Fork = { pane: string; id: string; text: string; tokens?: number[]; given?: readonly number[] };

/** What a fork continues: what the answer's model was told, as a system prompt and the messages behind the shared turns. */
export type ForkStart = { system: string; own: Message[] };

/**
 * What a fork of the answer on show would begin with; undefined when there is no answer, or when shared turns or the
 * values in them have changed since, so that a new pane could not say the same again.
 */
export function forkStart(desk: Desk, pane: string): ForkStart | undefined {
  const start = shownRecord(paneRuns(desk, pane))?.run.start;
  const seen = start && seenIn(start.body);
  const shared = filledTurns(desk.experiment.turns, fillingOf(desk.experiment));
  const own = seen && beyond(seen.messages, toMessages(shared));
  return own && { system: seen.system, own };
}

/** What is to be said of a fork, as a key of `tokens`: that it continues, that it may not, or why there is none. */
export type ForkVerdict = "forkHere" | "forkUnsure" | "forkNot" | "forkFull" | "forkChanged";

/** Whether the answer on show can be continued in a new pane, and how sure that is with the pane's model. */
export function forkVerdict(desk: Desk, pane: string, target: Target | undefined): ForkVerdict {
  const prefill = target ? dialectRow(target.dialect).prefill : "unknown";
  if (prefill === "startsAnew") return "forkNot";
  if (desk.experiment.panes.length >= MAX_PANES) return "forkFull";
  if (!forkStart(desk, pane)) return "forkChanged";
  return prefill === "continues" ? "forkHere" : "forkUnsure";
}

/**
 * The fork's pane: a copy of the other with its model and faders, whose next run says what the answer's did and then `text`,
 * to be continued; and the shared turns with it. Undefined where that cannot be.
 */
export function forkOf(
  desk: Desk,
  { pane: from, id, text, tokens, given }: Fork,
  newId: () => string,
): { made: Pane; turns: Turn[] } | undefined {
  const begun = forkStart(desk, from);
  if (!begun || desk.experiment.panes.length >= MAX_PANES) return undefined;
  const { start, experiment } = withGiven(desk.experiment, begun, tokens && given);
  const pane = findPane(desk, from);
  const prefill: Message = { role: "assistant", content: text, ...(tokens ? { tokens } : {}) };
  const made: Pane = {
    ...pane,
    id,
    // The prompt may have been edited since. What was sent is said again as it is, whatever it looks like.
    ...(systemOf(experiment, pane) === start.system ? {} : { system: escapeVariables(start.system) }),
    turns: [...filledTurns(start.own, escapeVariables), prefill].map((message): Turn => ({
      id: newId(),
      ...message,
    })),
  };
  return { made, turns: experiment.turns };
}

/**
 * The tokens of a typed prefill noted with its turn, be it the answer's own or the last shared one: a fork's are exact only
 * together with them. For a model they are what it would make of the text anyway.
 */
function withGiven(
  experiment: Experiment,
  start: ForkStart,
  given: readonly number[] | undefined,
): { experiment: Experiment; start: ForkStart } {
  const { turns } = experiment;
  const note = <T extends Message>(messages: readonly T[]): T[] | undefined => {
    const last = messages.at(-1);
    if (!given || last?.role !== "assistant" || last.tokens) return undefined;
    // Two turns that are one to the model have their tokens in common.
    return messages.at(-2)?.role === "assistant"
      ? undefined
      : [...messages.slice(0, -1), { ...last, tokens: [...given] }];
  };
  const shared = start.own.length === 0 ? note(turns) : undefined;
  const continuesShared = turns.at(-1)?.role === "assistant" && start.own.length === 1;
  const own = continuesShared ? undefined : note(start.own);
  return {
    experiment: shared ? { ...experiment, turns: shared } : experiment,
    start: own ? { ...start, own } : start,
  };
}

/** What a request told its model, read back from its body in either format (see `wire-body.ts`). */
function seenIn({
  messages,
  input,
  instructions,
}: JsonObject): { system: string; messages: Message[] } | undefined {
  const list = messages ?? input;
  if (!Array.isArray(list)) return undefined;
  const [first, ...rest] = list as { role: string; content: string }[];
  if (first?.role === "system") return { system: first.content, messages: rest as Message[] };
  return { system: typeof instructions === "string" ? instructions : "", messages: list as Message[] };
}

/** What stands in `seen` behind the shared messages; undefined when it does not begin with them. */
function beyond(seen: Message[], shared: Message[]): Message[] | undefined {
  const last = shared.length - 1;
  const own = [...continued(seen[last], shared[last]), ...seen.slice(shared.length)];
  const again = toMessages([...shared, ...own]);
  return again.length === seen.length && seen.every((message, at) => isSame(message, again[at]))
    ? own
    : undefined;
}

/** What a pane itself added to the last shared message: a prefill and what continued it are one to the model. */
function continued(seen: Message | undefined, shared: Message | undefined): Message[] {
  if (!seen || shared?.role !== "assistant" || seen.content === shared.content) return [];
  const known = exactTokens(shared);
  const tokens = known && seen.tokens?.slice(known.length);
  return [
    { role: "assistant", content: seen.content.slice(shared.content.length), ...(tokens ? { tokens } : {}) },
  ];
}

/** Most models never see exact tokens; where one did, they must be the same. */
function isSame(seen: Message, other: Message | undefined): boolean {
  const hasSameTokens = !seen.tokens || seen.tokens.join() === other?.tokens?.join();
  return seen.role === other?.role && seen.content === other.content && hasSameTokens;
}
