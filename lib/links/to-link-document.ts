import { historyOf } from "../playground/conversation";
import { paneRuns, shownRecord, type Desk, type Pane, type RunRecord } from "../playground/experiment";
import type { Message } from "../run-request";
import { leanObject } from "./lean-object";
import type { LinkAnswer } from "./link-answer";
import { LINK_VERSION, type LinkDocument, type LinkPane, type LockableControl } from "./link-document";
import { toLinkAnswer, type AnswerPlaces } from "./to-link-answer";
import { toLinkParameters } from "./to-link-parameters";

export type LinkChoice = {
  /** Which answers go along: what panes show (the one on show, and its series with it), or all that are kept. */
  answers?: "none" | "shown" | "all";
  lock?: readonly LockableControl[];
  hide?: readonly LockableControl[];
};

/**
 * The desk as a document, written field by field: what is not named here never gets into a link. No key could, as the desk
 * holds none; ids stay behind, and what belongs together is told by place.
 */
export function toLinkDocument(desk: Desk, { answers = "none", lock, hide }: LinkChoice = {}): LinkDocument {
  const { title, system, message, turns, panes, variables = [] } = desk.experiment;
  const series = numbersFor();
  const selected = panes.findIndex(({ id }) => id === desk.selected);
  return leanObject<LinkDocument>({
    fader: LINK_VERSION,
    title,
    system,
    message,
    turns: turns.map(toMessage),
    variables: noneIfEmpty(variables.map(({ name, value }) => ({ name, value }))),
    panes: panes.map((pane): LinkPane => {
      const { model, parameters, system: ownSystem, turns: own } = pane;
      return leanObject<LinkPane>({
        model,
        parameters: toLinkParameters(parameters),
        system: ownSystem,
        turns: noneIfEmpty(own.map(toMessage)),
        ...(answers === "none" ? {} : answersOf(desk, pane, answers, series)),
      });
    }),
    view: desk.view,
    selected: selected > 0 ? selected : undefined,
    moveTogether: desk.moveTogether || undefined,
    times: desk.times,
    lock: noneIfEmpty([...(lock ?? [])]),
    hide: noneIfEmpty([...(hide ?? [])]),
  });
}

function toMessage({ role, content, tokens }: Message): Message {
  return leanObject({ role, content, tokens });
}

function answersOf(
  desk: Desk,
  pane: Pane,
  which: "shown" | "all",
  seriesOf: (name: string) => number,
): Pick<LinkPane, "answers" | "shown"> {
  const runs = paneRuns(desk, pane.id);
  const onShow = shownRecord(runs);
  const chosen = runs.records.filter(
    (record) => which === "all" || record === onShow || isOfSeries(record, onShow?.series),
  );
  const history = historyOf(desk, pane);
  const places: AnswerPlaces = { seriesOf, turnOf: (id) => history.findIndex((turn) => turn.id === id) };
  const answers: LinkAnswer[] = [];
  let before: RunRecord | undefined;
  let shown = -1;
  for (const record of chosen) {
    const answer = toLinkAnswer(record, before, pane, places);
    if (!answer) continue;
    if (record === onShow) shown = answers.length;
    answers.push(answer);
    before = record;
  }
  const isLast = shown < 0 || shown === answers.length - 1;
  return answers.length === 0 ? {} : { answers, ...(isLast ? {} : { shown }) };
}

function isOfSeries(record: RunRecord, series: string | undefined): boolean {
  return series !== undefined && record.series === series;
}

/** Gives each name a number, the first time it is asked for. */
function numbersFor(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
}

function noneIfEmpty<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}
