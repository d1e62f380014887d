import type { Page } from "@playwright/test";
import { times } from "../support/counts";
import { startNetworkProxy, type NetworkProxy } from "../support/network-proxy";
import { openai } from "../support/transcripts";
import { pane, run, waitForEnd } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { drip, expect, silentAfter, test as streamingTest, words } from "./support/streaming-test";

/** The desk behind a stretch of network of the test's own. */
const test = streamingTest.extend<{ network: NetworkProxy }>({
  network: async ({ streaming }, use) => {
    const network = await startNetworkProxy(streaming.server.port);
    await use(network);
    await network.close();
  },
  baseURL: async ({ network }, use) => use(network.origin),
  allowedInConsole: /Failed to load resource: net::ERR_/,
});

/** Within so long of coming back the pane must say how things stand: 2 s (requirements R41), more on a busy machine. */
const RIGHT_WITHIN_MS = times(10_000, 2000);
const REPEATS = times(2, 50);

/** Counts the presses that leave the page. */
function countPosts(page: Page): () => number {
  let posts = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/run")) posts += 1;
  });
  return () => posts;
}

/**
 * Stops every script and timer of the page while its network goes on, as in a frozen tab, until the function it gives is
 * called. Chromium freezes no page that is shown (`Page.setWebLifecycleState` does nothing there), so its debugger does.
 */
async function freeze(page: Page): Promise<() => Promise<void>> {
  const client = await page.context().newCDPSession(page);
  const stopped = new Promise((resolve) => client.once("Debugger.paused", resolve));
  await client.send("Debugger.enable");
  // Not awaited: it is over when the page goes on. To ask for a pause at the next statement would wait for one.
  void client.send("Runtime.evaluate", { expression: "debugger" }).catch(() => {});
  await stopped;
  // Without a debugger nothing is stopped.
  return async () => void (await client.send("Debugger.disable"));
}

/** The pane says that it was cut, keeps the words that came, and offers to run again. */
async function expectCut(page: Page, text: string): Promise<void> {
  const one = pane(page, 1);
  await expect(one).toContainText("cut off", { timeout: RIGHT_WITHIN_MS });
  await expect(one).toContainText(text);
  await expect(one).toContainText("The connection broke before the end. What came is kept.");
  await expect(one.getByRole("button", { name: "Run again" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeHidden();
}

/** "Run again" gives a whole answer. */
async function expectRunsAgain(page: Page): Promise<void> {
  await pane(page, 1).getByRole("button", { name: "Run again" }).click();
  await expect(pane(page, 1)).toContainText("all is well");
  await waitForEnd(page, 1);
  await expect(pane(page, 1)).toContainText("complete");
}

const WELL = { transcript: openai(["all", " is", " well"]) };

for (let repeat = 1; repeat <= REPEATS; repeat += 1) {
  test.describe(`time ${repeat}`, () => {
    test("frozen while it writes, the answer is whole on return", async ({ page, fake }) => {
      fake.plan(drip(30, 50));
      const posts = countPosts(page);
      await openDeskOf(page, { panes: 1 });
      await run(page);
      await expect(pane(page, 1)).toContainText("w3");
      const thaw = await freeze(page);
      await expect.poll(() => fake.seen.every(({ isOver }) => isOver)).toBe(true);
      await thaw();
      await expect(pane(page, 1)).toContainText("complete", { timeout: RIGHT_WITHIN_MS });
      await expect(pane(page, 1)).toContainText(words(30).join(""));
      expect(posts()).toBe(1);
    });

    test("frozen for a moment, the answer goes on", async ({ page, fake }) => {
      let goOn = () => {};
      const heldBack = new Promise<void>((resolve) => (goOn = resolve));
      // The last of it comes only after the return, however long that takes.
      fake.plan({ ...drip(40, 50), before: (block) => (block === 30 ? heldBack : undefined) });
      await openDeskOf(page, { panes: 1 });
      await run(page);
      await expect(pane(page, 1)).toContainText("w3");
      const thaw = await freeze(page);
      await page.waitForTimeout(300);
      await thaw();
      await expect(pane(page, 1)).toContainText("w29");
      await expect(pane(page, 1)).toHaveAttribute("data-state", "streaming");
      goOn();
      await waitForEnd(page, 1);
      await expect(pane(page, 1)).toContainText(words(40).join(""));
      await expect(pane(page, 1)).toContainText("complete");
    });

    test("frozen while the connection is lost, the answer is cut", async ({ page, fake, network }) => {
      fake.plan((_, index) => (index === 0 ? silentAfter(5) : WELL));
      const posts = countPosts(page);
      await openDeskOf(page, { panes: 1 });
      await run(page);
      await expect(pane(page, 1)).toContainText("w5");
      const thaw = await freeze(page);
      network.setFault({ kind: "reset" });
      network.setFault(undefined);
      await thaw();
      await expectCut(page, words(5).join(""));
      expect(posts()).toBe(1);
      await expectRunsAgain(page);
    });

    test("offline while it writes, with the connection lost, the answer is cut; back online it runs again", async ({
      page,
      context,
      fake,
      network,
    }) => {
      fake.plan((_, index) => (index === 0 ? silentAfter(5) : WELL));
      const posts = countPosts(page);
      await openDeskOf(page, { panes: 1 });
      await run(page);
      await expect(pane(page, 1)).toContainText("w5");
      await context.setOffline(true);
      network.setFault({ kind: "reset" });
      await expectCut(page, words(5).join(""));
      network.setFault(undefined);
      await context.setOffline(false);
      await page.waitForTimeout(500);
      expect(posts()).toBe(1);
      await expectRunsAgain(page);
      expect(posts()).toBe(2);
    });

    test("offline for a moment, with the connection alive, the answer goes on", async ({
      page,
      context,
      fake,
    }) => {
      fake.plan(drip(30, 50));
      const posts = countPosts(page);
      await openDeskOf(page, { panes: 1 });
      await run(page);
      await expect(pane(page, 1)).toContainText("w3");
      await context.setOffline(true);
      await page.waitForTimeout(300);
      await context.setOffline(false);
      await waitForEnd(page, 1);
      await expect(pane(page, 1)).toContainText("complete");
      await expect(pane(page, 1)).toContainText(words(30).join(""));
      expect(posts()).toBe(1);
    });

    test("offline before the press, the pane says so; back online it runs again", async ({
      page,
      context,
      fake,
    }) => {
      fake.plan(WELL);
      const posts = countPosts(page);
      await openDeskOf(page, { panes: 1 });
      await context.setOffline(true);
      await run(page);
      await expect(pane(page, 1)).toContainText("The server cannot be reached.", {
        timeout: RIGHT_WITHIN_MS,
      });
      // None at all, if what asks was not there yet.
      const before = posts();
      expect(before).toBeLessThanOrEqual(1);
      await context.setOffline(false);
      await page.waitForTimeout(500);
      const asked = fake.seen.filter(({ method }) => method === "POST");
      expect([posts(), asked]).toEqual([before, []]);
      await expectRunsAgain(page);
    });

    test("after sleep over a connection that died without a word, the answer is cut", async ({
      page,
      fake,
      network,
    }) => {
      await page.clock.install();
      fake.plan((_, index) => (index === 0 ? silentAfter(5) : WELL));
      const posts = countPosts(page);
      await openDeskOf(page, { panes: 1 });
      await run(page);
      await expect(pane(page, 1)).toContainText("w5");
      network.setFault({ kind: "black hole" });
      await page.clock.fastForward("01:00:00");
      await expectCut(page, words(5).join(""));
      expect(posts()).toBe(1);
      network.setFault(undefined);
      await expectRunsAgain(page);
      expect(posts()).toBe(2);
    });
  });
}
