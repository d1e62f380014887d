import { createServer, type AddressInfo } from "node:net";
import { expect, test as base, type Page } from "@playwright/test";
import { findBrowser } from "@/lib/cli/find-browser";
import { en } from "@/lib/messages/en";
import { FULL_DOCUMENT } from "../unit/links/support";
import { startServer } from "../support/server";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { addressOf, keptDocument, openAddress, openHere, SMALL_DOCUMENT } from "./support/links";
import { fill } from "./support/texts";

/** A name as a school's network might have one: what is served there over plain HTTP is no secure context. */
const HOST = "school.test";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A page in a browser that finds the school's name on this machine. */
const test = base.extend<{ school: Page }>({
  school: async ({ playwright }, use) => {
    const port = await freePort();
    const origin = `http://${HOST}:${port}`;
    const server = await startServer({ port, environment: { FADER_PUBLIC_ORIGINS: origin } });
    const browser = await playwright.chromium.launch({
      executablePath: findBrowser(),
      args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, "--disable-dev-shm-usage"],
    });
    const faults: string[] = [];
    const page = await browser.newPage({ baseURL: origin, locale: "en-US" });
    page.on("pageerror", (error) => faults.push(error.message));
    await use(page);
    await browser.close();
    await server.stop();
    expect(faults).toEqual([]);
  },
});

test("links open, and one's own desk comes back, where the page is no secure context", async ({ school }) => {
  await openDesk(school);
  expect(await school.evaluate(() => [isSecureContext, location.hostname])).toEqual([false, HOST]);
  expect(await school.evaluate(() => ["randomUUID" in crypto, "subtle" in crypto])).toEqual([false, false]);
  const message = school.getByRole("textbox", { name: "Message" });
  await message.fill("mine");
  await openHere(school, await addressOf(SMALL_DOCUMENT));
  await expect(message).toHaveValue("What color is snow?");
  await run(school);
  await waitForEnd(school, 1);
  await expect(pane(school, 1)).toContainText("complete");
  await school.getByRole("button", { name: en.links.back }).click();
  await expect(message).toHaveValue("mine");
  await openAddress(school, await addressOf(FULL_DOCUMENT));
  await expect(school.getByText(fill(en.links.from, { title: FULL_DOCUMENT.title }))).toBeVisible();
  const { lock: _, hide: __, ...document } = FULL_DOCUMENT;
  expect(await keptDocument(school, "linked")).toEqual(document);
});
