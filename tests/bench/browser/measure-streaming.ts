import { medianOfEach, type Section } from "../report";
import { buildFader, buildFloor, startFader, startFloor } from "../support/apps";
import { startScript } from "../support/processes";
import { startBrowser } from "./browser";
import { playStream, type Play } from "./play-stream";
import { listStreamRows, type Load } from "./stream-rows";
import { goalsOf, tableOf } from "./streaming-report";

/** One row and load: the medians of its rounds, and how many of them showed every token. */
export type Streaming = { row: string; panes: number; rounds: number; plays: Play[]; median: Play };

const ROUNDS = 5;
const TOKENS = 1000;
const MODEL = `first50-tokens${TOKENS}-every5`;
const LOADS: Load[] = [2, 8].map((panes) => ({ panes, tokens: TOKENS, model: MODEL }));

/** Streams into real pages until the last token is painted, rows interleaved: each round plays each row once. */
export async function measureStreaming(say: (text: string) => void): Promise<Section> {
  await buildFader(say);
  await buildFloor(say);
  const upstream = await startScript("tests/bench/browser/page-upstream.ts");
  const floor = await startFloor(`${upstream.origin}/v1/chat/completions`);
  const fader = await startFader(`${upstream.origin}/v1`);
  const browser = await startBrowser();
  try {
    const rows = listStreamRows({
      upstream: upstream.origin,
      floor: floor.origin,
      fader: fader.origin,
    });
    const found: Streaming[] = [];
    for (const load of LOADS) {
      say(`${load.panes} panes in the browser ...`);
      const plays = rows.map((): Play[] => []);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [index, row] of rows.entries()) {
          const play = await playStream(browser, row, load, upstream.origin);
          if (play) plays[index]?.push(play);
        }
      for (const [index, { name }] of rows.entries()) {
        const own = plays[index] ?? [];
        found.push({
          row: name,
          panes: load.panes,
          rounds: ROUNDS,
          plays: own,
          median: medianOfEach(own),
        });
      }
    }
    return {
      name: "streaming",
      tables: LOADS.map((load) => tableOf(found, load)),
      goals: goalsOf(found, LOADS),
      raw: found,
    };
  } finally {
    await browser.close();
    await Promise.all([upstream, floor, fader].map((server) => server.stop()));
  }
}
