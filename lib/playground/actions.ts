import type { ParameterKey, ParameterValue } from "../catalog/parameters";
import type { RunEventBody } from "../run-events";
import type { AnswerView, Desk, Pane, Turn, UndoableAct, Variable } from "./experiment";
import type { Press } from "./play";

/** Which list of turns: the shared one, or a pane's own. */
export type TurnList = { pane?: string };

/** Everything that can happen to the desk. Ids come with the action, so the reducer stays pure. */
export type DeskAction =
  /** Another desk in place of this one; with `act`, one that this one can be had back from. */
  | { type: "load"; desk: Desk; act?: UndoableAct }
  | { type: "setTitle" | "setMessage" | "setSystem"; text: string }
  | { type: "setVariable"; variable: Variable }
  | { type: "removeVariable"; name: string }
  | { type: "setPaneSystem"; pane: string; text: string | undefined }
  | { type: "setModel"; pane: string; model: string }
  | { type: "setParameter"; pane: string; key: ParameterKey; value: ParameterValue | undefined }
  | { type: "sendAgain"; model: string; key: ParameterKey }
  | { type: "setMoveTogether"; on: boolean }
  | { type: "setView"; view: AnswerView }
  | { type: "setTimes"; times: number }
  | { type: "setRunAsIMove"; on: boolean }
  | { type: "select"; pane: string }
  | { type: "addPane"; id: string; from: string }
  | { type: "removePane"; pane: string }
  | ({ type: "addTurn"; turn: Turn } & TurnList)
  | ({ type: "editTurn"; id: string; content: string } & TurnList)
  | ({ type: "switchRole"; id: string } & TurnList)
  | ({ type: "moveTurn"; id: string; by: -1 | 1 } & TurnList)
  | ({ type: "deleteTurn"; id: string } & TurnList)
  | { type: "takeBack" }
  | { type: "press"; press: Press; turnIds: string[] }
  | { type: "events"; runId: string; events: (RunEventBody & { pane: string })[] }
  | { type: "cut"; runId: string; reason?: "cut" | "stopped" }
  | { type: "showRun"; pane: string; index: number }
  /** What panes show of recorded answers that play again; undefined: none do. */
  | { type: "replay"; runs: Desk["replay"] }
  | { type: "fork"; made: Pane; turns: Turn[] }
  | { type: "continueFrom"; pane: string; turnIds: string[] }
  | { type: "clear" }
  | { type: "undo" }
  | { type: "forgetUndo" };
