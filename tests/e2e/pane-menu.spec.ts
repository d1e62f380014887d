import type { Page, Request } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { nextFrame, openWholeDesk, pane } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { holdScripts } from "./support/held-scripts";

/**
 * Opens the desk with scripts kept back from then on: only the menu's are still to come. The function that comes back
 * waits for them.
 */
async function openDeskWithScriptsHeld(page: Page): Promise<() => Promise<void>> {
  await openWholeDesk(page);
  let asked: Request[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".js")) asked.push(request);
  });
  const allCame = async () => {
    for (const request of asked) await (await request.response())?.finished();
  };
  // What a run needs comes with the first sign of a hand, and not in the place of the menu.
  await page.mouse.move(5, 5);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await allCame();
  asked = [];
  const release = await holdScripts(page);
  return async () => {
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    release();
    await allCame();
    await nextFrame(page);
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
