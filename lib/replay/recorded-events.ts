import type { Run } from "../run";
import type { RunEventBody } from "../run-events";
import { evenPace } from "./even-pace";

/** An event of an answer, and when it came: milliseconds since the answer was asked for. */
export type TimedEvent = { at: number; event: RunEventBody };

/** Whether anything is known of how an answer came, and there is something of it to see. */
export function hasPace({ text, reasoning, pace = [], end }: Run): boolean {
  return text + reasoning !== "" && (pace.length > 0 || (end?.timings?.totalMs ?? 0) > 0);
}

/**
 * The events of an answer that has ended, as it came (`lib/pace.ts`; where that was not noted, evenly between its first
 * token and its end). Folded with `advance` they give that answer again.
 */
export function recordedEvents(run: Run): TimedEvent[] {
  const { start, tokens, usage, pace, end } = run;
  const pieces = piecesOf(run);
  const lastAt = Math.max(pieces.at(-1)?.at ?? 0, end?.timings?.totalMs ?? 0);
  const last: RunEventBody[] = [
    ...(tokens.length > 0 ? [{ type: "tokens" as const, tokens }] : []),
    ...(usage ? [{ type: "usage" as const, ...usage }] : []),
    ...(pace ? [{ type: "pace" as const, pace }] : []),
    { type: "end", ...(end ?? { reason: "cut" }) } as RunEventBody,
  ];
  return [
    ...(start ? [{ at: 0, event: { type: "start" as const, ...start } }] : []),
    ...pieces,
    ...last.map((event) => ({ at: lastAt, event })),
  ];
}

function piecesOf(run: Run): TimedEvent[] {
  const pace = run.pace && run.pace.length > 0 ? run.pace : evenPace(run);
  const left = { text: run.text, reasoning: run.reasoning };
  const pieces: TimedEvent[] = [];
  let at = 0;
  const take = (type: "text" | "reasoning", characters: number) => {
    const size = wholeSize(left[type], characters);
    const text = left[type].slice(0, size);
    left[type] = left[type].slice(size);
    if (text !== "") pieces.push({ at, event: { type, text } });
  };
  for (let place = 0; place < pace.length; place += 2) {
    const [wait = 0, characters = 0] = pace.slice(place, place + 2);
    at += wait;
    take(characters < 0 ? "reasoning" : "text", Math.abs(characters));
  }
  // Of what has no pace nobody knows more than that it came.
  take("reasoning", left.reasoning.length);
  take("text", left.text.length);
  return pieces;
}

/** So many characters of a text, and the other half of the last where it would be cut in two. */
function wholeSize(text: string, characters: number): number {
  const isCut = /[\uD800-\uDBFF]/.test(text.charAt(characters - 1));
  return isCut ? characters + 1 : characters;
}
