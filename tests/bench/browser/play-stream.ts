import type { Browser, CDPSession } from "@playwright/test";
import { percentile } from "../report";
import { MARK } from "../support/mark";
import { VIEW } from "./browser";
import type { UpstreamTimes } from "./page-upstream";
import type { Load, StreamRow } from "./stream-rows";

/** What one press came to. Times in milliseconds. */
export type Play = {
  /** From the click until the upstream had all its requests. */
  toUpstream: number;
  /** From the click until a token was painted. */
  firstPaint: number;
  /** From the upstream's first token until one was painted, and from its last until the last was. */
  firstAdded: number;
  lastAdded: number;
  /** From the click to the last paint, as a multiple of what the upstream took. */
  timesUpstream: number;
  task: number;
  script: number;
  layout: number;
  longTasks: number;
  longest: number;
  frameGapP95: number;
};

type Seen = {
  clickedAt: number;
  firstPaintAt: number;
  lastPaintAt: number;
  gaps: number[];
  longTasks: number[];
};

/** How long a page may rest before the click: what it loads by itself is not the stream's cost. */
const SETTLE_MS = 700;

/** Plays one press in a browser's fresh profile; undefined when not all tokens were shown in time. */
export async function playStream(
  browser: Browser,
  row: StreamRow,
  load: Load,
  upstreamOrigin: string,
): Promise<Play | undefined> {
  const context = await browser.newContext({ ...VIEW, baseURL: row.origin });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: "tests/bench/browser/frame-probe.js" });
    await row.open(page, load);
    await page.waitForTimeout(SETTLE_MS);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    await fetch(`${upstreamOrigin}/times`);
    const { panes, tokens } = load;
    await page.evaluate(`globalThis.watched = frameProbe.watch(${panes}, ${tokens}, "${MARK}"); undefined`);
    const before = await readMetrics(session);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const late = page.waitForTimeout(30_000).then(() => undefined);
    const seen = await Promise.race([page.evaluate("watched") as Promise<Seen>, late]);
    if (!seen) return undefined;
    const after = await readMetrics(session);
    const times = (await (await fetch(`${upstreamOrigin}/times`)).json()) as UpstreamTimes[];
    return { ...timesOf(seen, times), ...costsOf(before, after), ...smoothnessOf(seen) };
  } finally {
    await context.close();
  }
}

function timesOf({ clickedAt, firstPaintAt, lastPaintAt }: Seen, times: UpstreamTimes[]) {
  const lastAt = Math.max(...times.map((each) => each.lastAt));
  return {
    toUpstream: Math.max(...times.map((each) => each.receivedAt)) - clickedAt,
    firstPaint: firstPaintAt - clickedAt,
    firstAdded: firstPaintAt - Math.min(...times.map((each) => each.firstAt)),
    lastAdded: lastPaintAt - lastAt,
    timesUpstream: (lastPaintAt - clickedAt) / (lastAt - Math.min(...times.map((each) => each.receivedAt))),
  };
}

function smoothnessOf({ longTasks, gaps }: Seen) {
  return {
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    frameGapP95: percentile(gaps, 0.95),
  };
}

type Metrics = Record<string, number>;

/** The main thread's seconds so far, by what they went into. */
async function readMetrics(session: CDPSession): Promise<Metrics> {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

function costsOf(before: Metrics, after: Metrics) {
  const spent = (name: string) => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
  return {
    task: spent("TaskDuration"),
    script: spent("ScriptDuration"),
    layout: spent("LayoutDuration") + spent("RecalcStyleDuration"),
  };
}
