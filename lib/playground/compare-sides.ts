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
 * What a pane compares at first: on the right its answer on show, on the left its run before, else another pane's answer on
 * show, else a later run of its own. Undefined when there are not two.
 */
export function firstSides(desk: Desk, pane: string): { left: string; right: string } | undefined {
  const panes = comparableSides(desk);
  const shownOf = ({ pane: id, sides }: SidesOfPane) =>
    sides.find(({ place }) => place === paneRuns(desk, id).shown + 1) ?? sides.at(-1);
  const own = panes.find((each) => each.pane === pane);
  const right = own && shownOf(own);
  if (!right) return undefined;
  const left =
    own.sides.findLast(({ place }) => place < right.place) ??
    panes.filter((each) => each !== own).flatMap((each) => shownOf(each) ?? [])[0] ??
    own.sides.find(({ place }) => place > right.place);
  return left && { left: left.id, right: right.id };
}
