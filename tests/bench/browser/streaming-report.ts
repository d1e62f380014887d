import type { Goal, Table } from "../report";
import type { Streaming } from "./measure-streaming";
import type { Load } from "./stream-rows";

/** What a load came to, a row for each way to show it. */
export function tableOf(found: Streaming[], { panes, tokens }: Load): Table {
  const rows = found.filter((each) => each.panes === panes);
  const bare = rows[0]?.median.task ?? 1;
  return {
    title: `In the browser: ${panes} panes, ${tokens} tokens each at 5 ms`,
    columns: [
      "",
      "click to upstream",
      "to first paint",
      "first added",
      "last added",
      "x upstream",
      "main thread",
      "x bare",
      "script",
      "layout",
      "long tasks",
      "longest",
      "frame gap p95",
    ],
    rows: rows.map(({ row, rounds, plays, median: m }) => [
      row + (plays.length === rounds ? "" : ` (${plays.length} of ${rounds} finished)`),
      ...[m.toUpstream, m.firstPaint, m.firstAdded, m.lastAdded].map((ms) => `${ms.toFixed(1)} ms`),
      m.timesUpstream.toFixed(3),
      `${m.task.toFixed(0)} ms`,
      (m.task / bare).toFixed(1),
      `${m.script.toFixed(0)} ms`,
      `${m.layout.toFixed(0)} ms`,
      String(m.longTasks),
      `${m.longest.toFixed(0)} ms`,
      `${m.frameGapP95.toFixed(1)} ms`,
    ]),
  };
}

/** How late the last token may be painted, by the number of panes. In milliseconds. */
const LAST_PAINT: Record<number, number> = { 2: 60, 8: 100 };

/** Goals for the last paint, for long tasks beside the bare page's, and for finishing at all. */
export function goalsOf(found: Streaming[], loads: Load[]): Goal[] {
  return loads.flatMap(({ panes }): Goal[] => {
    const at = (row: string) => found.find((each) => each.row === row && each.panes === panes);
    const fader = at("Fader");
    return [
      {
        what: `${panes} panes: last token painted after the upstream's last`,
        figure: fader?.median.lastAdded ?? Number.NaN,
        is: "at most",
        bound: LAST_PAINT[panes] ?? 0,
        unit: "ms",
      },
      {
        what: `${panes} panes: long tasks`,
        figure: fader?.median.longTasks ?? Number.NaN,
        is: "at most",
        bound: at("bare")?.median.longTasks ?? 0,
        unit: "(bare's)",
      },
      {
        what: `${panes} panes: runs that showed every token`,
        figure: fader?.plays.length ?? 0,
        is: "at least",
        bound: fader?.rounds ?? Number.NaN,
        unit: "runs",
      },
    ];
  });
}
