import { medianOfEach, type Section } from "../report";
import { buildFader, buildFloor, startFader, startFloor } from "../support/apps";
import { startScript } from "../support/processes";
import { startBrowser } from "./browser";
import { goalsOf, readingTable, tableOf } from "./first-load-report";
import { loadPage, type FirstLoad, type Machine } from "./load-page";
import { readWithoutScript } from "./read-without-script";

/** One page on one machine: the medians of its rounds, and how many of them became usable. */
export type Loading = {
  row: string;
  machine: string;
  rounds: number;
  loads: FirstLoad[];
  median: FirstLoad;
  /** Its scripts in a browser that takes gzip alone, as the budget counts them; NaN when that was not usable. */
  gzipScriptBytes: number;
};

const WARM_UP_PAGES = 30;
const ROUNDS = 5;
const THIS_MACHINE: Machine = { name: "this machine", cpu: 1 };
const MACHINES: Machine[] = [
  THIS_MACHINE,
  {
    name: "CPU x4 slower, 1.6 Mbit/s, 150 ms",
    cpu: 4,
    line: { latencyMs: 150, bitsPerSecond: 1_600_000 },
  },
];

/** Loads the floor's page and the desk with empty caches, interleaved, on this machine and on a slow one. */
export async function measureFirstLoad(say: (text: string) => void): Promise<Section> {
  await buildFader(say);
  await buildFloor(say);
  const upstream = await startScript("tests/bench/browser/page-upstream.ts");
  const floor = await startFloor(`${upstream.origin}/v1/chat/completions`);
  const fader = await startFader(`${upstream.origin}/v1`);
  const browser = await startBrowser();
  const pages = { floor: floor.origin, Fader: fader.origin };
  try {
    // Servers that have served for a while, as those of most first visitors have.
    for (let page = 0; page < WARM_UP_PAGES; page += 1)
      for (const url of Object.values(pages)) await (await fetch(url)).arrayBuffer();
    const gzip: Record<string, number> = {};
    for (const [row, url] of Object.entries(pages))
      gzip[row] = (await loadPage(browser, url, THIS_MACHINE, true))?.scriptBytes ?? Number.NaN;
    const found: Loading[] = [];
    for (const machine of MACHINES) {
      say(`First loads, ${machine.name} ...`);
      const loads: Record<string, FirstLoad[]> = { floor: [], Fader: [] };
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [row, url] of Object.entries(pages)) {
          const load = await loadPage(browser, url, machine);
          if (load) loads[row]?.push(load);
        }
      for (const [row, own] of Object.entries(loads))
        found.push({
          row,
          machine: machine.name,
          rounds: ROUNDS,
          loads: own,
          median: medianOfEach(own),
          gzipScriptBytes: gzip[row] ?? Number.NaN,
        });
    }
    const readable = await readWithoutScript(browser, fader.origin);
    const tables = [...MACHINES.map(({ name }) => tableOf(found, name)), readingTable(readable)];
    return { name: "first load", tables, goals: goalsOf(found, readable), raw: { found, readable } };
  } finally {
    await browser.close();
    await Promise.all([upstream, floor, fader].map((server) => server.stop()));
  }
}
