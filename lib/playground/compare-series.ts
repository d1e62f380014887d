import { shownRecord, type Desk, type Pane } from "./experiment";
import { spreadOf } from "./spread";

/** Panes whose series on show are as long as one another: how many runs each, and how many different answers they gave. */
export type SeriesComparison = { runs: number; panes: { number: number; answers: number }[] };

/**
 * Compares the series on show. Only those without a run that failed, was cut or still goes; of several lengths, the one that
 * most panes have, and of these the longest. Undefined when there are not two to compare.
 */
export function compareSeries(panes: readonly Pane[], runs: Desk["runs"]): SeriesComparison | undefined {
  const byLength = new Map<number, SeriesComparison>();
  panes.forEach(({ id }, index) => {
    const own = runs[id];
    const spread = own && spreadOf(own, shownRecord(own));
    if (!spread || spread.finished !== spread.runs) return;
    const alike = byLength.get(spread.runs) ?? { runs: spread.runs, panes: [] };
    alike.panes.push({ number: index + 1, answers: spread.groups.length });
    byLength.set(spread.runs, alike);
  });
  const [most] = [...byLength.values()].toSorted(
    (a, b) => b.panes.length - a.panes.length || b.runs - a.runs,
  );
  return most && most.panes.length > 1 ? most : undefined;
}
