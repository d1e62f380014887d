import { isComparable } from "./can-compare";
import { paneRuns, type Desk } from "./experiment";

/** One answer that can be compared: which pane's, which of its runs, counted from 1. */
export type Side = { id: string; pane: string; place: number; text: string };

/** A pane with what of its runs can be compared, oldest first. */
export type SidesOfPane = { pane: string; number: number; all: number; sides: Side[] };

/** Every answer on the desk that came to an end, also one that was cut. */
export function comparableSides(desk: Desk): SidesOfPane[] {
  return desk.experiment.panes.map(({ id: pane }, index) => {
    const { records } = paneRuns(desk, pane);
    const sides = records.flatMap((record, at) =>
      isComparable(record)
        ? [{ id: `${pane} ${record.id}`, pane, place: at + 1, text: record.run.text }]
        : [],
    );
    return { pane, number: index + 1, all: records.length, sides };
  });
}

/**
 * What a pane compares at first: its answer on show with its run before, else with another pane's answer on show, else with
 * a later run of its own. The earlier run stands on the left, and the pane that stands before the other. Undefined when
 * there are not two.
 */
export function firstSides(desk: Desk, pane: string): { left: string; right: string } | undefined {
  const panes = comparableSides(desk);
  const shownOf = ({ pane: id, sides }: SidesOfPane) =>
    sides.find(({ place }) => place === paneRuns(desk, id).shown + 1) ?? sides.at(-1);
  const own = panes.find((each) => each.pane === pane);
  const shown = own && shownOf(own);
  if (!shown) return undefined;
  const other =
    own.sides.findLast(({ place }) => place < shown.place) ??
    panes.filter((each) => each !== own).flatMap((each) => shownOf(each) ?? [])[0] ??
    own.sides.find(({ place }) => place > shown.place);
  if (!other) return undefined;
  const [left, right] = isBefore(shown, other) ? [shown, other] : [other, shown];
  return { left: left.id, right: right.id };

  function isBefore(one: Side, another: Side): boolean {
    const at = (side: Side) => panes.findIndex(({ pane: id }) => id === side.pane);
    return at(one) < at(another) || (at(one) === at(another) && one.place < another.place);
  }
}
