import type { Desk, DeskLink, Pane, PaneRuns, Turn } from "../playground/experiment";
import type { Message } from "../run-request";
import { fromLinkAnswers } from "./from-link-answer";
import { leanObject } from "./lean-object";
import type { LinkDocument } from "./link-document";

/**
 * The desk that a document tells of, with new ids throughout, so that nothing of another desk can be meant. It runs
 * nothing, and "Run as I move" is off.
 */
export function fromLinkDocument(document: LinkDocument, newId: () => string): Desk {
  const toTurn = ({ role, content, tokens }: Message): Turn =>
    leanObject({ id: newId(), role, content, tokens });
  const turns = document.turns.map(toTurn);
  const names = new Map<number, string>();
  const seriesName = (number: number) => {
    const name = names.get(number) ?? newId();
    names.set(number, name);
    return name;
  };
  const runs: Record<string, PaneRuns> = {};
  const panes = document.panes.map(({ model, parameters, system, turns: own = [], answers, shown }): Pane => {
    const pane = leanObject<Pane>({ id: newId(), model, parameters, system, turns: own.map(toTurn) });
    if (answers) {
      const history = [...turns, ...pane.turns];
      const records = fromLinkAnswers(answers, { pane, history, seriesName }, newId);
      runs[pane.id] = { records, shown: shown ?? records.length - 1 };
    }
    return pane;
  });
  const { title, system, message, variables, view, selected = 0, moveTogether = false, times } = document;
  return leanObject<Desk>({
    experiment: leanObject({ title, system, message, turns, panes, variables }),
    runs,
    selected: panes[selected]?.id ?? panes[0]?.id ?? "",
    moveTogether,
    view,
    times,
    link: linkOf(document),
  });
}

function linkOf({ title, panes, lock, hide }: LinkDocument): DeskLink {
  const times = panes.flatMap(({ answers = [] }) => answers.flatMap(({ at }) => at ?? []));
  return leanObject<DeskLink>({
    title,
    answersAt: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
    since: "opened",
    lock,
    hide,
  });
}
