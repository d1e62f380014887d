import { startFakeUpstream } from "../support/fake-upstream";
import { startServer } from "../support/server";
import { openai } from "../support/transcripts";
import { pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { openDeskOf } from "./support/seeded-desk";
import { environmentFor, silentAfter, words } from "./support/streaming-test";

const WAYS = [
  { way: "asked to end", end: "stop", says: "The server is restarting. Wait a moment, then run again." },
  { way: "killed", end: "kill", says: "The connection broke before the end. What came is kept." },
] as const;

for (const { way, end, says } of WAYS)
  test(`a server ${way} while it writes: the text is kept, and the next one runs again`, async ({
    browser,
  }) => {
    // Two servers are started one after the other.
    test.slow();
    const fake = await startFakeUpstream();
    fake.plan((_, index) => (index < 2 ? silentAfter(5) : { transcript: openai(["all", " is", " well"]) }));
    const environment = environmentFor(fake);
    const first = await startServer({ environment });
    // A page of its own: a browser notes a server that is gone in its console.
    const page = await browser.newPage({ baseURL: first.origin });
    let posts = 0;
    page.on("request", (request) => (posts += request.url().endsWith("/api/run") ? 1 : 0));
    await openDeskOf(page);
    await run(page);
    for (const number of [1, 2]) await expect(pane(page, number)).toContainText("w5");
    await first[end]();
    for (const number of [1, 2]) {
      await waitForEnd(page, number);
      await expect(pane(page, number)).toContainText(words(5).join(""));
      await expect(pane(page, number)).toContainText(says);
    }
    await pane(page, 1).getByRole("button", { name: "Run again" }).click();
    await waitForEnd(page, 1);
    await expect(pane(page, 1)).toContainText("The server cannot be reached.");
    const next = await startServer({ environment, port: first.port });
    expect(posts).toBe(2);
    await pane(page, 1).getByRole("button", { name: "Run again" }).click();
    await waitForEnd(page, 1);
    await expect(pane(page, 1)).toContainText("all is well");
    await expect(pane(page, 2)).toContainText(says);
    await page.close();
    await next.stop();
    await fake.close();
  });
