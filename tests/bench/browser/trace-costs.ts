import type { CDPSession } from "@playwright/test";

/** What a page's main thread did for a while, in milliseconds of CPU: what else this machine does counts for nothing. */
export type Costs = {
  frames: number;
  script: number;
  /** Style and layout. */
  layout: number;
  /** What comes after them: painting, and handing it over to be shown. */
  paint: number;
  /** All tasks together, these and others. */
  task: number;
  /** Tasks of 50 ms and more, and the longest of all. */
  longTasks: number;
  longest: number;
};

/** Times in microseconds: when it began, how long it took, and how much of that the thread was running. */
type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};
type Timed = { name: string; ts: number; end: number; ms: number };
type Kind = "script" | "layout" | "paint";

const LONG_MS = 50;
/** Chromium's names in its traces for what a frame is made of. */
const KINDS: Record<string, Kind> = {
  FunctionCall: "script",
  EvaluateScript: "script",
  RunMicrotasks: "script",
  UpdateLayoutTree: "layout",
  Layout: "layout",
  PrePaint: "paint",
  Paint: "paint",
  Layerize: "paint",
  Commit: "paint",
};

/** Traces the page until the function that comes back is called, which says what it has cost. */
export async function traceCosts(session: CDPSession): Promise<() => Promise<Costs>> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] },
  });
  return async () => {
    const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await done;
    return costsOf(mainThreadOf(events));
  };
}

/** The events of the thread that ran the page, the busiest of those that run pages. */
function mainThreadOf(events: TraceEvent[]): Timed[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const threads = new Map<string, Timed[]>();
  for (const event of events)
    if (event.name === "thread_name" && event.args?.name === "CrRendererMain")
      threads.set(threadOf(event), []);
  for (const event of events) {
    const { name, ph, ts, dur = 0, tdur = dur } = event;
    if (ph === "X") threads.get(threadOf(event))?.push({ name, ts, end: ts + dur, ms: tdur / 1000 });
  }
  const [busiest = []] = [...threads.values()].toSorted((a, b) => b.length - a.length);
  return busiest.toSorted((a, b) => a.ts - b.ts || b.end - a.end);
}

function costsOf(events: Timed[]): Costs {
  const spent = { script: 0, layout: 0, paint: 0 };
  /** The kinds of the events that the current one stands in: a layout that a script asks for is layout alone. */
  const around: { kind: Kind; end: number }[] = [];
  for (const { name, ts, end, ms } of events) {
    const kind = KINDS[name];
    if (!kind) continue;
    while ((around.at(-1)?.end ?? Infinity) <= ts) around.pop();
    const outer = around.at(-1)?.kind;
    if (outer) spent[outer] -= ms;
    spent[kind] += ms;
    around.push({ kind, end });
  }
  const tasks = events.filter(({ name }) => name === "RunTask").map(({ ms }) => ms);
  return {
    frames: events.filter(({ name }) => name === "Commit").length,
    ...spent,
    task: tasks.reduce((sum, duration) => sum + duration, 0),
    longTasks: tasks.filter((duration) => duration >= LONG_MS).length,
    longest: Math.max(0, ...tasks),
  };
}
