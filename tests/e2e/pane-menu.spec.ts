import type { Page, Request } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { openDesk, pane } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { holdScripts } from "./support/held-scripts";

/** Opens the desk with scripts kept back from then on; the function that comes back waits for what was asked for. */
async function openDeskWithScriptsHeld(page: Page): Promise<() => Promise<void>> {
  await openDesk(page);
  await page.waitForLoadState("networkidle");
  const asked: Request[] = [];
  page.on("request", (request) => asked.push(request));
  const release = await holdScripts(page);
  return async () => {
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    release();
    for (const request of asked) await (await request.response())?.finished();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  };
}

function more(page: Page) {
  return pane(page, 1).getByRole("button", { name: "More for pane 1" });
}

test("a menu that takes its time opens once it is there", async ({ page }) => {
  const release = await openDeskWithScriptsHeld(page);
  await more(page).click();
  await expect(more(page)).toBeFocused();
  await release();
  await expect(page.getByRole("menuitem", { name: "Enlarge" })).toBeFocused();
});

test("a menu that takes its time stays closed for who pressed Escape, and opens when asked again", async ({
  page,
}) => {
  const release = await openDeskWithScriptsHeld(page);
  await more(page).click();
  await page.keyboard.press("Escape");
  await release();
  await expect(more(page)).toBeFocused();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Enlarge" })).toBeFocused();
});

test("a menu that takes its time takes nobody away from what is typed meanwhile", async ({ page }) => {
  const release = await openDeskWithScriptsHeld(page);
  await more(page).click();
  const message = page.getByRole("textbox", { name: en.desk.message, exact: true });
  await message.fill("half");
  await release();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.keyboard.type(" a thought");
  await expect(message).toHaveValue("half a thought");
});
