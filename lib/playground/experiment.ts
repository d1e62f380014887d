import { SPROUT } from "../catalog/models";
import type { ParameterKey, ParameterValues } from "../catalog/parameters";
import { LIMITS } from "../limits";
import type { Message } from "../run-request";
import { isRunning, type Run } from "../run";

/** One message of a conversation, with an id so that it can be edited, moved and answered. */
export type Turn = Message & { id: string };

/** One model with its parameters. `turns` are the pane's own, after it branched from the shared ones. */
export type Pane = { id: string; model: string; parameters: ParameterValues; system?: string; turns: Turn[] };

/** A name that prompt texts use as `{{name}}`, and what stands there when they are run. */
export type Variable = { name: string; value: string };

/** What a permalink will carry: prompt, variables and panes, no answers. */
export type Experiment = {
  title: string;
  system: string;
  message: string;
  turns: Turn[];
  panes: Pane[];
  /** In the order of the table; absent: none. */
  variables?: Variable[];
};

/** An answer with the settings it was made with. */
export type RunRecord = {
  /** The press that made it, unique within a pane. */
  id: string;
  run: Run;
  model: string;
  parameters: ParameterValues;
  /** The turn it answers; undefined for recorded examples, which belong to no conversation. */
  answersTurn?: string;
  /** Runs of one "Run n times" share this. */
  series?: string;
  example?: boolean;
  /** It came with a link or a file: made elsewhere, and not in this session. */
  recorded?: true;
  /** Milliseconds since 1970; 0 where nobody knows. */
  startedAt: number;
};

/** The last runs of one pane, oldest first, and which of them is on show. */
export type PaneRuns = { records: RunRecord[]; shown: number };

/** What the desk knows of the link or file that it was opened from. */
export type DeskLink = {
  title: string;
  /** Where from, when not with a link; its title is then the name that it had there. */
  from?: "library";
  /** When the newest of its recorded answers was made, in milliseconds since 1970. */
  answersAt?: number;
  /** What has become of it here: nothing, it was run, or it was edited. */
  since: "opened" | "run" | "modified";
  /** Controls to be shown without being moved, and such not to be shown (see `lib/links/link-document.ts`). */
  lock?: string[];
  hide?: string[];
};

export type AnswerView = "plain" | "markdown";

/** Everything the desk shows and keeps. */
export type Desk = {
  experiment: Experiment;
  runs: Record<string, PaneRuns>;
  selected: string;
  moveTogether: boolean;
  view: AnswerView;
  /** What models have refused in this session, by model id: left out until it is changed or sent again on purpose. */
  refusals?: Record<string, ParameterKey[]>;
  /** How often "Run n times" runs; unset: as often as usual. */
  times?: number;
  /** Moving a fader runs its pane again; never kept longer than the tab. */
  runAsIMove?: boolean;
  /** Where it came with a link: it is kept apart from the visitor's own desk. */
  link?: DeskLink;
  /** What panes show of their runs while recorded answers play again; never kept, and nothing is made of it. */
  replay?: Record<string, PaneRuns>;
  /** The state before the last destructive act, and what that act was (a key of `desk.undo`). */
  undo?: { before: Omit<Desk, "undo">; act: UndoableAct };
};
export type UndoableAct =
  | "cleared"
  | "paneRemoved"
  | "turnDeleted"
  | "continued"
  | "variableRemoved"
  | "requestLoaded"
  | "linkLeft"
  | "linkReplaced";

export const MAX_PANES = LIMITS.panes;
/** How often "Run n times" may run. */
export const TIMES = { least: 2, most: 100, usual: 10 } as const;

export const NO_RUNS: PaneRuns = { records: [], shown: -1 };

export function newPane(id: string, parameters: ParameterValues = {}): Pane {
  return { id, model: SPROUT.id, parameters, turns: [] };
}

/** The pane with this id; throws when there is none, which would be a fault of ours. */
export function findPane(desk: Desk, id: string): Pane {
  const pane = desk.experiment.panes.find((candidate) => candidate.id === id);
  if (!pane) throw new Error(`no pane ${id}`);
  return pane;
}

export function paneRuns(desk: Desk, pane: string): PaneRuns {
  return desk.runs[pane] ?? NO_RUNS;
}

/** Whether a pane waits for an answer or writes one. */
export function isAnswering(desk: Desk, pane: string): boolean {
  return paneRuns(desk, pane).records.some(({ run }) => isRunning(run));
}

/** The runs that a pane shows: its own, or what has come of a recorded answer that plays again. */
export function runsOnShow(desk: Desk, pane: string): PaneRuns {
  return desk.replay?.[pane] ?? paneRuns(desk, pane);
}

const NONE: readonly ParameterKey[] = [];

/** The parameters that a model has refused in this session. */
export function refusalsOf(desk: Desk, model: string): readonly ParameterKey[] {
  return desk.refusals?.[model] ?? NONE;
}

export function timesOf(desk: Desk): number {
  return desk.times ?? TIMES.usual;
}

export function shownRecord(runs: PaneRuns): RunRecord | undefined {
  return runs.records[runs.shown];
}
