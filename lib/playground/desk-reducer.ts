import type { ParameterKey, ParameterValue, ParameterValues } from "../catalog/parameters";
import { advance, cutOff } from "../run";
import type { DeskAction, TurnList } from "./actions";
import { withoutVariable, withUsedVariables, withVariable } from "./change-variables";
import { continueFrom, lastSharedUserTurn } from "./conversation";
import {
  findPane,
  MAX_PANES,
  paneRuns,
  type Desk,
  type Experiment,
  type Pane,
  type RunRecord,
  type Turn,
  type UndoableAct,
} from "./experiment";
import { sharingBody } from "./kept-runs";
import { press } from "./play";
import { forgetRefusal, learnRefusals } from "./refusals";

/** The desk after an action. Pure: the same state and action give the same state. */
export function deskReducer(desk: Desk, action: DeskAction): Desk {
  switch (action.type) {
    case "load":
      return action.act ? undoable(desk, action.act, action.desk) : action.desk;
    case "setTitle":
      return editExperiment(desk, { title: action.text });
    case "setMessage":
      return editExperiment(desk, { message: action.text });
    case "setSystem":
      return editExperiment(desk, { system: action.text });
    case "setVariable":
      return { ...desk, experiment: withVariable(desk.experiment, action.variable) };
    case "removeVariable":
      return undoable(desk, "variableRemoved", {
        ...desk,
        experiment: withoutVariable(desk.experiment, action.name),
      });
    case "setPaneSystem":
      return editPane(desk, action.pane, { system: action.text });
    case "setModel":
      return withoutExamples(editPane(desk, action.pane, { model: action.model }), action.pane);
    case "setParameter":
      return setParameter(desk, action.pane, action.key, action.value);
    case "sendAgain":
      return forgetRefusal(desk, action.model, action.key);
    case "setMoveTogether":
      return { ...desk, moveTogether: action.on };
    case "setView":
      return { ...desk, view: action.view };
    case "setTimes":
      return { ...desk, times: action.times };
    case "setRunAsIMove":
      return desk.runAsIMove === action.on ? desk : { ...desk, runAsIMove: action.on };
    case "select":
      return { ...desk, selected: action.pane };
    case "addPane":
      return addPane(desk, action.id, action.from);
    case "removePane":
      return undoable(desk, "paneRemoved", removePane(desk, action.pane));
    case "addTurn":
      return editTurns(desk, action, (turns) => [...turns, action.turn]);
    case "editTurn":
      return editTurn(desk, action, ({ id, role }) => ({ id, role, content: action.content }));
    case "switchRole":
      return editTurn(desk, action, ({ id, role, content }) => {
        return { id, role: role === "user" ? "assistant" : "user", content };
      });
    case "moveTurn":
      return editTurns(desk, action, (turns) => moved(turns, action.id, action.by));
    case "deleteTurn":
      return undoable(
        desk,
        "turnDeleted",
        editTurns(desk, action, (turns) => turns.filter((turn) => turn.id !== action.id)),
      );
    case "takeBack": {
      const turn = lastSharedUserTurn(desk);
      return turn
        ? editExperiment(desk, { message: turn.content, turns: desk.experiment.turns.slice(0, -1) })
        : desk;
    }
    case "press":
      return press(withoutUndo(desk), action.press, idsFrom(action.turnIds));
    case "events":
      return action.events.reduce(
        (after, event) =>
          editRun(learnRefusals(after, event), event.pane, action.runId, (record, before) => ({
            ...record,
            run:
              event.type === "start"
                ? sharingBody(advance(record.run, event), before?.run)
                : advance(record.run, event),
          })),
        desk,
      );
    case "cut":
      return Object.keys(desk.runs).reduce(
        (after, pane) =>
          editRun(after, pane, action.runId, (record) => ({
            ...record,
            run: cutOff(record.run, action.reason),
          })),
        desk,
      );
    case "showRun":
      return {
        ...desk,
        runs: { ...desk.runs, [action.pane]: { ...paneRuns(desk, action.pane), shown: action.index } },
      };
    case "replay":
      return desk.replay === action.runs ? desk : { ...desk, replay: action.runs };
    case "fork":
      return withFork(desk, action);
    case "continueFrom":
      return undoable(desk, "continued", continueFrom(desk, action.pane, idsFrom(action.turnIds)));
    case "clear":
      return undoable(desk, "cleared", cleared(desk));
    case "undo":
      return desk.undo ? undone(desk, desk.undo.before) : desk;
    case "forgetUndo":
      return withoutUndo(desk);
  }
}

function withoutUndo({ undo: _, ...desk }: Desk): Desk {
  return desk;
}

function undoable(before: Desk, act: UndoableAct, after: Desk): Desk {
  if (after === before) return before;
  const { replay: _, ...state } = withoutUndo(before);
  return { ...after, undo: { before: state, act } };
}

/** What was there before, seen and played as it is now: undo brings work back and turns no switch. */
function undone({ view, moveTogether, times, runAsIMove }: Desk, before: Omit<Desk, "undo">): Desk {
  return { ...before, view, moveTogether, times, runAsIMove };
}

function editExperiment(desk: Desk, change: Partial<Experiment>): Desk {
  return { ...desk, experiment: { ...desk.experiment, ...change } };
}

function mapPanes(desk: Desk, change: (pane: Pane) => Pane): Desk {
  return editExperiment(desk, { panes: desk.experiment.panes.map(change) });
}

function editPane(desk: Desk, id: string, change: Partial<Pane>): Desk {
  return mapPanes(desk, (pane) => (pane.id === id ? { ...pane, ...change } : pane));
}

/** Recorded examples are Sprout's: under another model's name they would be a lie. */
function withoutExamples(desk: Desk, pane: string): Desk {
  const { records } = paneRuns(desk, pane);
  const own = records.filter((record) => !record.example);
  if (own.length === records.length) return desk;
  return { ...desk, runs: { ...desk.runs, [pane]: { records: own, shown: own.length - 1 } } };
}

/** With "Move together" on, the same value goes to every pane. Undefined takes the key away: default, not sent. */
function setParameter(before: Desk, id: string, key: ParameterKey, value: ParameterValue | undefined): Desk {
  const desk = forgetRefusal(before, findPane(before, id).model, key);
  return mapPanes(desk, (pane) => {
    if (pane.id !== id && !desk.moveTogether) return pane;
    const { [key]: _, ...rest } = pane.parameters;
    return {
      ...pane,
      parameters: (value === undefined ? rest : { ...rest, [key]: value }) as ParameterValues,
    };
  });
}

function addPane(desk: Desk, id: string, from: string): Desk {
  const { panes } = desk.experiment;
  if (panes.length >= MAX_PANES) return desk;
  const copy: Pane = { ...findPane(desk, from), id };
  return { ...editExperiment(desk, { panes: [...panes, copy] }), selected: id };
}

function removePane(desk: Desk, id: string): Desk {
  const { panes } = desk.experiment;
  if (panes.length <= 1) return desk;
  const left = panes.filter((pane) => pane.id !== id);
  const place = panes.findIndex((pane) => pane.id === id);
  const next = left[Math.min(place, left.length - 1)]?.id ?? desk.selected;
  const { [id]: _, ...runs } = desk.runs;
  return {
    ...editExperiment(desk, { panes: left }),
    runs,
    selected: desk.selected === id ? next : desk.selected,
  };
}

/** Clearing takes the conversation and the answers; models, faders and the system prompt stay, with the variables it names. */
function cleared(desk: Desk): Desk {
  const panes = desk.experiment.panes.map((pane) => ({ ...pane, turns: [] }));
  const experiment = withUsedVariables({ ...desk.experiment, message: "", turns: [], panes });
  return { ...desk, experiment, runs: {} };
}

function editTurns(desk: Desk, { pane }: TurnList, change: (turns: Turn[]) => Turn[]): Desk {
  return pane === undefined
    ? editExperiment(desk, { turns: change(desk.experiment.turns) })
    : editPane(desk, pane, { turns: change(findPane(desk, pane).turns) });
}

/** Changes one turn. Exact tokens are those of one text of the assistant's, so a change leaves them behind. */
function editTurn(desk: Desk, action: TurnList & { id: string }, change: (turn: Turn) => Turn): Desk {
  return editTurns(desk, action, (turns) =>
    turns.map((turn) => (turn.id === action.id ? change(turn) : turn)),
  );
}

function moved(turns: Turn[], id: string, by: -1 | 1): Turn[] {
  const from = turns.findIndex((turn) => turn.id === id);
  const turn = turns[from];
  if (!turn || from + by < 0 || from + by >= turns.length) return turns;
  const rest = turns.filter((other) => other !== turn);
  return [...rest.slice(0, from + by), turn, ...rest.slice(from + by)];
}

function editRun(
  desk: Desk,
  pane: string,
  runId: string,
  change: (record: RunRecord, before: RunRecord | undefined) => RunRecord,
): Desk {
  const runs = desk.runs[pane];
  const at = runs?.records.findLastIndex((record) => record.id === runId) ?? -1;
  const record = runs?.records[at];
  if (!runs || !record) return desk;
  const after = change(record, runs.records[at - 1]);
  if (after === record || after.run === record.run) return desk;
  return { ...desk, runs: { ...desk.runs, [pane]: { ...runs, records: runs.records.with(at, after) } } };
}

/** The desk with a fork's pane (see `fork.ts`), selected. */
function withFork(desk: Desk, { made, turns }: { made: Pane; turns: Turn[] }): Desk {
  const { panes } = desk.experiment;
  return { ...editExperiment(desk, { turns, panes: [...panes, made] }), selected: made.id };
}

function idsFrom(ids: string[]): () => string {
  let next = 0;
  return () => ids[next++] ?? `${ids[0]}-${next}`;
}
