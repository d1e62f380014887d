import type { Goal, Table } from "../report";
import type { Figures } from "./measure-http";
import type { MemoryFigures } from "./measure-memory";

const COLUMNS = ["", "first token", "p99", "added", "total", "x direct", "tokens/s", "x floor", "CPU/token"];

/** A table for each load. */
export function tablesOf(all: Figures[]): Table[] {
  const loads = [...new Set(all.map(loadOf))];
  return loads.map((load) => {
    const rows = all.filter((each) => loadOf(each) === load);
    const direct = rows.find(({ target }) => target === "direct");
    const floor = rows.find(({ target }) => target === "floor");
    return {
      title: load,
      columns: COLUMNS,
      rows: rows.map((row) => [
        row.target + (row.complete === 1 ? "" : ` (${(row.complete * 100).toFixed(1)} % came)`),
        `${row.firstP50.toFixed(1)} ms`,
        `${row.firstP99.toFixed(0)} ms`,
        `+${(row.firstP50 - (direct?.firstP50 ?? 0)).toFixed(1)} ms`,
        `${row.totalP50.toFixed(0)} ms`,
        (row.totalP50 / (direct?.totalP50 ?? 1)).toFixed(2),
        row.tokensPerSecond.toFixed(0),
        (row.tokensPerSecond / (floor?.tokensPerSecond ?? 1)).toFixed(2),
        `${row.cpuMicrosPerToken.toFixed(0)} µs`,
      ]),
    };
  });
}

/** The most memory that fresh servers held, each over the same waves. */
export function memoryTable(memory: MemoryFigures[]): Table {
  const floor = memory.find(({ target }) => target === "floor")?.peakMegabytes ?? Number.NaN;
  return {
    title: "Peak memory of a fresh server over six waves of 256 streams",
    columns: ["", "median", "each start", "x floor"],
    rows: memory.map(({ target, peaks, peakMegabytes }) => [
      target,
      `${peakMegabytes.toFixed(0)} MB`,
      peaks.map((peak) => peak.toFixed(0)).join(" "),
      (peakMegabytes / floor).toFixed(2),
    ]),
  };
}

function loadOf({ streams, spread }: Figures): string {
  return `${streams} ${streams === 1 ? "stream" : "streams"}${streams === 1 ? "" : spread ? ", starts spread over 1 s" : ", all at once"}`;
}

/** The goals of the HTTP half: added waits, ratios to the direct way and to the floor. */
export function goalsOf(all: Figures[], memory: MemoryFigures[]): Goal[] {
  const at = (target: string, streams: number, spread: boolean) =>
    all.find(
      (each) => each.target === target && each.streams === streams && each.spread === spread,
    ) as Figures;
  const added = (target: string, streams: number, spread: boolean) =>
    at(target, streams, spread).firstP50 - at("direct", streams, spread).firstP50;
  const held = (target: string) => memory.find((each) => each.target === target)?.peakMegabytes ?? Number.NaN;
  const one = "Fader, 1 pane";
  const eight = "Fader, 8 panes";
  const ms = (what: string, figure: number, bound: number): Goal => ({
    what,
    figure,
    is: "at most",
    bound,
    unit: "ms",
  });
  const times = (what: string, figure: number, is: Goal["is"], bound: number): Goal => ({
    what,
    figure,
    is,
    bound,
    unit: "x",
  });
  const rate = (target: string, of: string) =>
    at(target, 256, false).tokensPerSecond / at(of, 256, false).tokensPerSecond;
  return [
    ms("first token added, 1 stream", added(one, 1, false), 5),
    ms("first token added, 64 streams, spread", added(one, 64, true), 15),
    ms("first token added, 64 streams at once as 8 presses", added(eight, 64, false), 88),
    times(
      "total to direct, 64 streams, spread",
      at(one, 64, true).totalP50 / at("direct", 64, true).totalP50,
      "at most",
      1.05,
    ),
    times(
      "total to direct, 64 streams at once as 8 presses",
      at(eight, 64, false).totalP50 / at("direct", 64, false).totalP50,
      "at most",
      1.05,
    ),
    times("tokens/s to the floor's, 256 single panes", rate(one, "floor"), "at least", 0.8),
    times("tokens/s to the floor's, 256 as 32 presses", rate(eight, "floor"), "at least", 0.8),
    times("tokens/s to direct, 256 as 32 presses (stretch)", rate(eight, "direct"), "at least", 0.7),
    times("peak memory to the floor's, 256 single panes", held(one) / held("floor"), "at most", 1.2),
    times("peak memory to the floor's, 256 as 32 presses", held(eight) / held("floor"), "at most", 1.2),
  ];
}
