import fc from "fast-check";
import type { Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { decodeLink } from "@/lib/links/link-codec";
import { LINK_MARK } from "@/lib/links/link-mark";
import { times } from "../support/counts";
import { CANARY, hostileAddress } from "../support/hostile-documents";
import { countRuns, openAddress } from "./support/links";
import { expect, test as streamingTest } from "./support/streaming-test";

const test = streamingTest.extend({
  // What is not of our origin is refused by the policy, and noted in the console: none of it may be tried at all.
  allowedInConsole: undefined,
});
/** All of them in the long run, else every twentieth; in parts, so that several browsers share them. */
const ALL = fc.sample(hostileAddress, { numRuns: 500, seed: 20_261_125 });
const STEP = times(20, 1);
const PARTS = 4;
const CHOSEN = ALL.filter((_, index) => index % STEP === 0);
const partOf = (part: number) => CHOSEN.filter((_, index) => index % PARTS === part);

/** Looks at whatever a link could have put somewhere: folded parts, the request that it says was sent, its tokens. */
async function lookAround(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const sent = page.getByRole("button", { name: /^What was sent/ });
  if ((await sent.count()) > 0) {
    await sent.first().click();
    await page.getByRole("dialog").locator("pre").waitFor();
    await page.keyboard.press("Escape");
  }
  const tokens = page.getByRole("button", { name: en.pane.odds, exact: true });
  if ((await tokens.count()) > 0) await tokens.first().click();
  await page.locator("body").click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("Enter");
}

async function isPolluted(page: Page): Promise<boolean> {
  return page.evaluate(() => "isAdmin" in {} || Object.keys(Object.prototype).length > 0);
}

async function isReadable(address: string): Promise<boolean> {
  return "document" in (await decodeLink(address.slice(address.indexOf(LINK_MARK) + LINK_MARK.length)));
}

test("some hostile links are of the right form, and some are not", async () => {
  const readable = await Promise.all(CHOSEN.map(isReadable));
  const share = readable.filter(Boolean).length / CHOSEN.length;
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.8);
});

for (let part = 0; part < PARTS; part += 1)
  test(`${partOf(part).length} hostile links run nothing, ask nobody and show text as text, part ${part + 1}`, async ({
    page,
    fake,
    streaming,
  }) => {
    const addresses = partOf(part);
    test.setTimeout(60_000 + addresses.length * 20_000);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    // Each link meets a browser that knows nothing.
    await page.addInitScript(() => {
      if (location.protocol !== "http:") return;
      localStorage.clear();
      sessionStorage.clear();
    });
    const runs = countRuns(page);
    for (const address of addresses) {
      await openAddress(page, address);
      await expect(page).toHaveURL(/\/$/);
      const banner = page.locator("[data-link]");
      await expect(banner.or(page.getByText(en.links.unchanged)).first()).toBeVisible();
      expect([address, await banner.isVisible()]).toEqual([address, await isReadable(address)]);
      await lookAround(page);
      expect(await isPolluted(page)).toBe(false);
    }
    expect(dialogs).toEqual([]);
    expect(runs()).toBe(0);
    expect(fake.seen).toEqual([]);
    expect(streaming.server.output()).not.toContain(CANARY);
  });

test("no page may hold a link's desk in a frame, where a press could be stolen", async ({ page }) => {
  const response = await page.request.get("/");
  expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});
