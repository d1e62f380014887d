import type { Goal, Table } from "../report";
import type { Loading } from "./measure-first-load";
import { isReadable, type Readable } from "./read-without-script";

const inKibibytes = (bytes: number) => bytes / 1024;
const kibibytes = (bytes: number) => `${inKibibytes(bytes).toFixed(1)} KiB`;
const milliseconds = (ms: number) => `${ms.toFixed(0)} ms`;

/** The first loads on one machine. */
export function tableOf(found: Loading[], machine: string): Table {
  const rows = found.filter((each) => each.machine === machine);
  const floor = rows[0]?.median.usable ?? 1;
  return {
    title: `First load with an empty cache, ${machine}`,
    columns: [
      "",
      "requests",
      "scripts",
      "scripts, gzip",
      "styles",
      "all",
      "first paint",
      "usable",
      "x floor",
      "blocking time",
    ],
    rows: rows.map(({ row, rounds, loads, median: m, gzipScriptBytes }) => [
      row + (loads.length === rounds ? "" : ` (${loads.length} of ${rounds} usable)`),
      String(m.requests),
      kibibytes(m.scriptBytes),
      kibibytes(gzipScriptBytes),
      kibibytes(m.styleBytes),
      kibibytes(m.bytes),
      milliseconds(m.firstPaint),
      milliseconds(m.usable),
      (m.usable / floor).toFixed(2),
      milliseconds(m.blocking),
    ]),
  };
}

/** What can be read before any script has come. */
export function readingTable(readable: Readable[]): Table {
  return {
    title: "The desk without JavaScript",
    columns: ["", "laid out", "characters", "begins"],
    rows: readable.map(({ region, text, width, height }) => [
      region,
      `${width.toFixed(0)} x ${height.toFixed(0)}`,
      String(text.length),
      text.slice(0, 60),
    ]),
  };
}

/** Goals for weight, requests, reading without scripts, and being usable beside the floor on each machine. */
export function goalsOf(found: Loading[], readable: Readable[]): Goal[] {
  const fader = found.filter(({ row }) => row === "Fader");
  const usable = fader.map(({ machine, median: m }): Goal => {
    const floor = found.find((each) => each.row === "floor" && each.machine === machine);
    return {
      what: `usable, ${machine}`,
      figure: m.usable / (floor?.median.usable ?? Number.NaN),
      is: "at most",
      bound: 1.3,
      unit: "x floor",
    };
  });
  const all = fader.flatMap(({ loads }) => loads);
  return [
    {
      what: "scripts of the first load, gzip",
      figure: inKibibytes(Math.max(...fader.map(({ gzipScriptBytes }) => gzipScriptBytes))),
      is: "at most",
      bound: 190,
      unit: "KiB",
    },
    {
      what: "requests of the first load",
      figure: Math.max(...all.map(({ requests }) => requests)),
      is: "at most",
      bound: 25,
      unit: "requests",
    },
    {
      what: "regions readable without JavaScript",
      figure: readable.filter(isReadable).length,
      is: "at least",
      bound: readable.length,
      unit: "regions",
    },
    {
      what: "first loads that became usable",
      figure: all.length,
      is: "at least",
      bound: fader.reduce((sum, { rounds }) => sum + rounds, 0),
      unit: "loads",
    },
    ...usable,
  ];
}
