import type { Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import type { LinkDocument } from "@/lib/links/link-document";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { addressOf, openAddress, openHere, SMALL_DOCUMENT } from "./support/links";
import { documentOf, openShare } from "./support/share";
import { fill } from "./support/texts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const LESSON: LinkDocument = {
  ...SMALL_DOCUMENT,
  panes: [
    { model: "built-in/sprout", parameters: { temperature: 0.2, seed: 3 } },
    { model: "built-in/sprout", parameters: { temperature: 1.6, seed: 3 } },
  ],
  lock: ["message", "panes", "topP", "seed"],
  hide: ["system", "model", "temperature", "view"],
};

const message = (page: Page) => page.getByRole("textbox", { name: "Message" });
const unlock = (page: Page) => page.getByRole("button", { name: en.links.unlock });
const menu = (page: Page) => pane(page, 1).getByRole("button", { name: "More for pane 1" });

test("a teacher locks and hides, and the link that is copied does so", async ({ page }) => {
  await openDesk(page);
  let dialog = await openShare(page);
  await dialog.getByText(en.share.holdsTitle).click();
  await expect(dialog.getByText(en.share.holdsHint)).toContainText("not protection");
  const choose = (name: string, hold: string) =>
    dialog.getByRole("combobox", { name, exact: true }).selectOption(hold);
  await choose(en.parameters.temperature.label, "locked");
  await choose(en.desk.systemPrompt, "hidden");
  const list = dialog.getByRole("region", { name: en.share.leaves });
  await expect(list).toContainText("locked: Temperature; hidden: System prompt");
  // A word on the desk may have to be changed meanwhile.
  await page.keyboard.press("Escape");
  dialog = await openShare(page);
  await dialog.getByRole("button", { name: en.share.copyLink }).click();
  await expect(dialog.getByRole("status")).toContainText("Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(await documentOf(link)).toMatchObject({ lock: ["temperature"], hide: ["system"] });
  await dialog.getByText(en.share.holdsTitle).click();
  await dialog.getByRole("button", { name: en.share.lockAll }).click();
  await expect(dialog.getByRole("combobox", { name: en.desk.message, exact: true })).toHaveValue("locked");
  await dialog.getByRole("button", { name: en.share.freeAll }).click();
  await expect(list).not.toContainText("locked:");
});

test("what a link locks is there with the reason and does not move, what it hides is not there", async ({
  page,
}) => {
  await openAddress(page, await addressOf(LESSON));
  await expect(message(page)).toBeDisabled();
  await expect(
    page.getByRole("group", { name: en.desk.locked }).filter({ has: message(page) }),
  ).toContainText(en.desk.locked);
  await expect(page.getByRole("list", { name: en.desk.suggestions })).toBeHidden();
  await expect(page.getByRole("button", { name: en.desk.clear, exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: en.desk.addPane })).toBeDisabled();
  await expect(page.getByText(en.desk.systemPrompt)).toBeHidden();
  const topP = page.getByRole("group", { name: en.parameters.topP.label });
  await expect(topP.getByRole("slider")).toBeDisabled();
  await expect(topP).toContainText(en.desk.locked);
  await expect(page.getByRole("group", { name: en.parameters.temperature.label })).toHaveCount(0);
  await expect(page.getByRole("slider", { name: en.parameters.maxOutputTokens.label })).toBeEnabled();
  // Neither model nor temperature is given away by a pane's name.
  await expect(pane(page, 1).getByRole("combobox")).toHaveCount(0);
  await expect(pane(page, 1)).toHaveAccessibleName(`Pane 1: ${en.pane.modelHidden}`);
  await expect(pane(page, 1)).not.toContainText("temperature");
  await menu(page).click();
  await expect(page.getByRole("menuitem", { name: en.pane.markdown })).toHaveCount(0);
  await expect(page.getByRole("menuitem", { name: `${en.pane.remove}: ${en.desk.locked}` })).toBeDisabled();
  await page.keyboard.press("Escape");
  await run(page);
  await waitForEnd(page, 1);
  await expect(pane(page, 1).getByRole("button", { name: en.pane.newDice })).toBeDisabled();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 640 } });
  test("Close stays in view while Share scrolls", async ({ page }) => {
    await openDesk(page);
    const dialog = await openShare(page);
    await dialog.getByText(en.share.holdsTitle).click();
    await dialog.getByRole("button", { name: en.share.make }).scrollIntoViewIfNeeded();
    await expect(dialog.getByRole("radio").first()).not.toBeInViewport();
    // A press would bring it into view by itself.
    await expect(dialog.getByRole("button", { name: en.desk.close, exact: true })).toBeInViewport();
  });
});

test("by keyboard the regions are still reached", async ({ page }) => {
  await openAddress(page, await addressOf({ ...LESSON, lock: ["message", "temperature"], hide: [] }));
  for (const region of ["prompt", "panes", "faders", "prompt"]) {
    await page.keyboard.press("F6");
    await expect(page.locator(`[data-region="${region}"] :focus`)).toHaveCount(1);
  }
});

test("locks stay after a reload and in a link made again; one press unlocks; one's own desk has none", async ({
  page,
}) => {
  await openDesk(page);
  await message(page).fill("mine");
  await openHere(page, await addressOf(LESSON));
  await expect(message(page)).toBeDisabled();
  await page.waitForTimeout(1000);
  await page.reload();
  await expect(message(page)).toBeDisabled();
  const dialog = await openShare(page);
  await dialog.getByRole("button", { name: en.share.copyLink }).click();
  await expect(dialog.getByRole("status")).toContainText("Link copied");
  const again = await documentOf(await page.evaluate(() => navigator.clipboard.readText()));
  expect([again.lock?.toSorted(), again.hide?.toSorted()]).toEqual([
    LESSON.lock?.toSorted(),
    LESSON.hide?.toSorted(),
  ]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(message(page)).toHaveValue("mine");
  await expect(message(page)).toBeEnabled();
  await page.getByRole("button", { name: en.desk.undo }).click();
  await expect(message(page)).toBeDisabled();
  await unlock(page).click();
  await expect(message(page)).toBeEnabled();
  await expect(page.locator("[data-link]")).toBeFocused();
  await expect(unlock(page)).toBeHidden();
  await expect(page.getByText(fill(en.links.from, { title: LESSON.title }))).toBeVisible();
  await expect(page.locator("[data-link]")).not.toContainText(en.links.modified);
  await expect(page.getByRole("slider", { name: en.parameters.temperature.label })).toBeEnabled();
  await expect(pane(page, 1)).toHaveAccessibleName(/Sprout, temperature 0\.2/);
});
