import { isRunning } from "../run";
import type { Message } from "../run-request";
import { findPane, paneRuns, shownRecord, type Desk, type Pane, type Turn } from "./experiment";
import { filledTurns, fillingOf, systemOf } from "./prompt-texts";

/** All turns a pane's model sees: the shared ones, then the pane's own. */
export function historyOf(desk: Desk, pane: Pane): Turn[] {
  return [...desk.experiment.turns, ...pane.turns];
}

/** Turns as messages; neighbouring assistant turns (a prefill and what continued it) are one message. */
export function toMessages(turns: readonly Message[]): Message[] {
  const messages: Message[] = [];
  for (const { role, content, tokens } of turns) {
    const message: Message = { role, content, ...(tokens ? { tokens } : {}) };
    const last = messages.at(-1);
    if (role === "assistant" && last?.role === "assistant") messages.splice(-1, 1, joined(last, message));
    else messages.push(message);
  }
  return messages;
}

/** What stands in a text for bytes that make no whole character. */
const BROKEN = "\uFFFD";

/** Two assistant messages as one. It has exact tokens only where both have them and no character is split between them. */
function joined(first: Message, second: Message): Message {
  const content = first.content + second.content;
  const [before, behind] = [exactTokens(first), exactTokens(second)];
  const isSplit = first.content.endsWith(BROKEN) && second.content.startsWith(BROKEN);
  const tokens = before && behind && !isSplit ? [...before, ...behind] : [];
  return { role: "assistant", content, ...(tokens.length === 0 ? {} : { tokens }) };
}

/** The tokens of a message where they are known: those of no text are none. */
export function exactTokens({ content, tokens }: Message): readonly number[] | undefined {
  return content === "" ? [] : tokens;
}

/** The answer on show that the next message would follow: finished, with text, and given to the turns as they stand. */
export function standingAnswer(desk: Desk, pane: Pane): string {
  const record = shownRecord(paneRuns(desk, pane.id));
  const lastTurn = historyOf(desk, pane).at(-1);
  if (!record || !lastTurn || record.answersTurn !== lastTurn.id || isRunning(record.run)) return "";
  return record.run.text;
}

/**
 * Adds a user message for every pane. While nothing has been answered it is a shared turn; after that each pane has its
 * own history, so the answer on show and the message go to the pane's own turns. `newId` makes ids for new turns.
 */
export function addMessage(desk: Desk, content: string, newId: () => string): Desk {
  const { experiment } = desk;
  const user = (): Turn => ({ id: newId(), role: "user", content });
  const diverged = experiment.panes.some(
    (pane) => pane.turns.length > 0 || standingAnswer(desk, pane) !== "",
  );
  if (!diverged)
    return { ...desk, experiment: { ...experiment, message: "", turns: [...experiment.turns, user()] } };
  const panes = experiment.panes.map((pane) => ({
    ...pane,
    turns: [...pane.turns, ...answerTurn(desk, pane, newId), user()],
  }));
  return { ...desk, experiment: { ...experiment, message: "", panes } };
}

function answerTurn(desk: Desk, pane: Pane, newId: () => string): Turn[] {
  const content = standingAnswer(desk, pane);
  return content === "" ? [] : [{ id: newId(), role: "assistant", content }];
}

/** Makes one pane's whole conversation, its answer included, the shared one; the other panes continue from it. */
export function continueFrom(desk: Desk, paneId: string, newId: () => string): Desk {
  const pane = findPane(desk, paneId);
  const turns = [...historyOf(desk, pane), ...answerTurn(desk, pane, newId)];
  const panes = desk.experiment.panes.map((each) => ({ ...each, turns: [] }));
  return { ...desk, experiment: { ...desk.experiment, turns, panes } };
}

/** Where the last message stands if every pane still shares it: it can be taken back into the Message box. */
export function lastSharedUserTurn(desk: Desk): Turn | undefined {
  const last = desk.experiment.turns.at(-1);
  return last?.role === "user" && desk.experiment.panes.every((pane) => pane.turns.length === 0)
    ? last
    : undefined;
}

/** The turns that a pane's model would be sent if Run were pressed now: those that stand, and the message typed. */
export function nextTurns(desk: Desk, pane: Pane): Turn[] {
  const { message } = desk.experiment;
  const then = message.trim() === "" ? desk : addMessage(desk, message, () => "");
  return historyOf(then, findPane(then, pane.id));
}

/** What a pane's model would be sent if Run were pressed now, filled. */
export function promptOf(desk: Desk, pane: Pane): { system: string; messages: Message[] } {
  const { experiment } = desk;
  return {
    system: systemOf(experiment, pane),
    messages: toMessages(filledTurns(nextTurns(desk, pane), fillingOf(experiment))),
  };
}
