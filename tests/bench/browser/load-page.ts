import type { Browser, Page } from "@playwright/test";
import { takeGzipOnly, weighPage, type PageWeight } from "../../support/page-weight";
import { VIEW } from "./browser";

/** How slow the machine and its line are. */
export type Machine = { name: string; cpu: number; line?: { latencyMs: number; bitsPerSecond: number } };

/** One first load with an empty cache. Times in milliseconds from the navigation on. */
export type FirstLoad = PageWeight & {
  firstPaint: number;
  /** Until the page answers to mouse and keyboard. */
  usable: number;
  /** What long tasks took beyond 50 ms each. */
  blocking: number;
};

/** What a page fetches by itself after it is usable, and the tasks of that, still belong to its load. */
const SETTLE_MS = 1000;

/** Runs in the page: notes when it says that it is ready, and its long tasks. */
const PROBE = `
globalThis.loadProbe = { usable: 0, blocking: 0 };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) loadProbe.blocking += duration - 50;
}).observe({ type: "longtask" });
new MutationObserver((_, observer) => {
  if (document.documentElement?.dataset.ready === undefined) return;
  loadProbe.usable = performance.now();
  observer.disconnect();
}).observe(document, { attributes: true, childList: true, subtree: true, attributeFilter: ["data-ready"] });
`;

/** Loads a page in a fresh profile, which takes gzip alone if told so; undefined when it was not usable within a minute. */
export async function loadPage(
  browser: Browser,
  url: string,
  machine: Machine,
  gzipOnly = false,
): Promise<FirstLoad | undefined> {
  const context = await browser.newContext(VIEW);
  try {
    const page = await context.newPage();
    await page.addInitScript(PROBE);
    const weight = await slowDown(page, machine, gzipOnly);
    await page.goto(url, { waitUntil: "commit" });
    const isUsable = await page
      .locator("html[data-ready]")
      .waitFor({ state: "attached", timeout: 60_000 })
      .then(
        () => true,
        () => false,
      );
    if (!isUsable) return undefined;
    await page.waitForTimeout(SETTLE_MS);
    await page.waitForLoadState("networkidle");
    const times = (await page.evaluate(`({
      ...loadProbe,
      firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    })`)) as Pick<FirstLoad, "firstPaint" | "usable" | "blocking">;
    return { ...weight(), ...times };
  } finally {
    await context.close();
  }
}

async function slowDown(page: Page, { cpu, line }: Machine, gzipOnly: boolean): Promise<() => PageWeight> {
  const session = await page.context().newCDPSession(page);
  if (gzipOnly) await takeGzipOnly(session);
  const weight = await weighPage(session);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (line)
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: line.latencyMs,
      downloadThroughput: line.bitsPerSecond / 8,
      uploadThroughput: line.bitsPerSecond / 8,
    });
  return weight;
}
