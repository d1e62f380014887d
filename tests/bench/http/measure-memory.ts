import { startFader, startFloor } from "../support/apps";
import { peakMegabytes, type Server } from "../support/processes";
import { median } from "../report";
import { listTargets } from "./targets";
import { playWave } from "./wave";

/** The most memory that a fresh server held, in MB, each time it was started anew. */
export type MemoryFigures = { target: string; streams: number; peaks: number[]; peakMegabytes: number };

const STREAMS = 256;
const WAVES = 6;
const STARTS = 3;

/**
 * Starts floor and Fader in turn, each several times, and gives each the same waves from its first request on: how much a
 * process holds depends on all it has done before, so only servers that did the same may be compared.
 */
export async function measureMemory(upstream: Server, model: string): Promise<MemoryFigures[]> {
  const starts = {
    floor: () => startFloor(`${upstream.origin}/v1/chat/completions`),
    "Fader, 1 pane": () => startFader(`${upstream.origin}/v1`),
    "Fader, 8 panes": () => startFader(`${upstream.origin}/v1`),
  };
  const peaks = new Map<string, number[]>();
  for (let start = 0; start < STARTS; start += 1)
    for (const [name, open] of Object.entries(starts)) {
      const server = await open();
      const targets = listTargets({ upstream, pipe: upstream, floor: server, fader: server });
      const target = targets.find((each) => each.name === name);
      if (!target) throw new Error(`no target is named ${name}`);
      for (let wave = 0; wave < WAVES; wave += 1) await playWave(target, model, STREAMS, 0);
      peaks.set(name, [...(peaks.get(name) ?? []), peakMegabytes(server.pid)]);
      await server.stop();
    }
  return [...peaks].map(([target, all]) => ({
    target,
    streams: STREAMS,
    peaks: all,
    peakMegabytes: median(all),
  }));
}
