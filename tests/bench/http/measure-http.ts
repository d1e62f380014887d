import { buildFader, buildFloor, startFader, startFloor } from "../support/apps";
import { cpuSeconds, startScript } from "../support/processes";
import { median, percentile, type Section } from "../report";
import { listTargets, type Target } from "./targets";
import { playWave } from "./wave";
import { goalsOf, memoryTable, tablesOf } from "./http-report";
import { measureMemory } from "./measure-memory";

/** One row and load, over all rounds. */
export type Figures = {
  target: string;
  streams: number;
  spread: boolean;
  /** Milliseconds. */
  firstP50: number;
  firstP99: number;
  totalP50: number;
  tokensPerSecond: number;
  cpuMicrosPerToken: number;
  /** Tokens that came, of those that should have. */
  complete: number;
};

type Load = { streams: number; spreadMs: number; rounds: number };

const TOKENS = 200;
const MODEL = `first50-tokens${TOKENS}-every5`;
const SPREAD_MS = 1000;
const LOADS: Load[] = [
  { streams: 1, spreadMs: 0, rounds: 21 },
  { streams: 16, spreadMs: 0, rounds: 5 },
  { streams: 16, spreadMs: SPREAD_MS, rounds: 3 },
  { streams: 64, spreadMs: 0, rounds: 5 },
  { streams: 64, spreadMs: SPREAD_MS, rounds: 5 },
  { streams: 256, spreadMs: 0, rounds: 5 },
  { streams: 256, spreadMs: SPREAD_MS, rounds: 3 },
];

/** Streams through every target, rows interleaved: each round plays each target once. */
export async function measureHttp(say: (text: string) => void): Promise<Section> {
  await buildFader(say);
  await buildFloor(say);
  const upstream = await startScript("tests/bench/support/upstream.ts");
  const completions = `${upstream.origin}/v1/chat/completions`;
  const pipe = await startScript("tests/bench/support/passthrough.ts", { BENCH_UPSTREAM: completions });
  const floor = await startFloor(completions);
  const fader = await startFader(`${upstream.origin}/v1`);
  try {
    const targets = listTargets({ upstream, pipe, floor, fader });
    for (const target of targets)
      for (let times = 0; times < 4; times += 1) await playWave(target, MODEL, 64, 0);
    const figures: Figures[] = [];
    for (const load of LOADS) {
      say(`${load.streams} streams, ${load.spreadMs > 0 ? "spread over 1 s" : "at once"} ...`);
      figures.push(...(await playLoad(targets, load)));
    }
    await Promise.all([floor, fader].map((server) => server.stop()));
    say("Memory of fresh servers at 256 streams ...");
    const memory = await measureMemory(upstream, MODEL);
    return {
      name: "http",
      tables: [...tablesOf(figures), memoryTable(memory)],
      goals: goalsOf(figures, memory),
      raw: { figures, memory },
    };
  } finally {
    await Promise.all([upstream, pipe, floor, fader].map((server) => server.stop()));
  }
}

async function playLoad(targets: Target[], { streams, spreadMs, rounds }: Load): Promise<Figures[]> {
  const waves = targets.map(() => ({
    first: [] as number[],
    total: [] as number[],
    rates: [] as number[],
    tokens: 0,
    cpu: 0,
  }));
  for (let round = 0; round < rounds; round += 1)
    for (const [index, target] of targets.entries()) {
      const seen = waves[index];
      if (!seen || streams < target.panes) continue;
      const { pid } = target.server;
      const before = cpuSeconds(pid);
      const wave = await playWave(target, MODEL, streams, spreadMs);
      seen.cpu += cpuSeconds(pid) - before;
      seen.first.push(...wave.first);
      seen.total.push(...wave.total);
      seen.tokens += wave.tokens;
      seen.rates.push((wave.tokens * 1000) / wave.wallMs);
    }
  return targets.flatMap((target, index) => {
    const seen = waves[index];
    if (!seen || seen.tokens === 0) return [];
    return {
      target: target.name,
      streams,
      spread: spreadMs > 0,
      firstP50: median(seen.first),
      firstP99: percentile(seen.first, 0.99),
      totalP50: median(seen.total),
      tokensPerSecond: median(seen.rates),
      cpuMicrosPerToken: (seen.cpu * 1_000_000) / seen.tokens,
      complete: seen.tokens / (streams * TOKENS * rounds),
    };
  });
}
