import type { Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";

/** Presses Tab until focus is where it is wanted, once that is there; fails when it takes more than `most`. */
async function tabTo(page: Page, name: string | RegExp, most = 20): Promise<number> {
  const named = page.getByRole("button", { name, exact: true });
  await expect(named.first()).toBeVisible();
  const wanted = named.and(page.locator(":focus"));
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if ((await wanted.count()) > 0) return pressed;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(name)} was not reached with ${most} presses of Tab`);
}

const focused = (page: Page) => page.locator(":focus");

test("tokens: one stop of Tab, a place and back by Escape, on from an alternative and back to the pane", async ({
  page,
}) => {
  await openDesk(page);
  await page.keyboard.press("Alt+1");
  await tabTo(page, en.pane.odds);
  await page.keyboard.press("Enter");
  await expect(focused(page)).toHaveAttribute("aria-pressed", "true");
  const units = pane(page, 1).locator("[data-unit]");
  await expect(units.first()).toBeVisible();
  // Before it stand the figures of the answer, and before them the tokens.
  for (const _ of ["Copy answer", "Copy as JSON", "Copy as CSV", "a rare one", "the tokens"])
    await page.keyboard.press("Shift+Tab");
  await expect(units.first()).toBeFocused();
  await page.keyboard.press("Control+ArrowRight");
  await expect(focused(page)).toHaveText("mat");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-lens]")).toContainText("The token chosen in pane 1.");
  await tabTo(page, "chair", 3);
  await page.keyboard.press("Escape");
  await expect(focused(page)).toHaveText("mat");
  await expect(pane(page, 1).getByRole("table")).toBeHidden();
  // Nothing is open: Escape has nothing left to close.
  await page.keyboard.press("Escape");
  await expect(focused(page)).toHaveText("mat");
  await page.keyboard.press(" ");
  await tabTo(page, "chair", 3);
  await page.keyboard.press("Enter");
  await expect(pane(page, 3)).toBeFocused();
  await waitForEnd(page, 3);
  await expect(pane(page, 3)).toContainText("The cat sat on the chair.");
  await page.keyboard.press("Alt+1");
  await tabTo(page, "roof", 12);
});

test("one word at a time: focus goes in, keeps its place from word to word, and comes back", async ({
  page,
}) => {
  await openDesk(page);
  await page.keyboard.press("Alt+1");
  await tabTo(page, en.pane.words);
  await page.keyboard.press("Enter");
  await expect(focused(page)).toHaveText(en.words.roll);
  const words = pane(page, 1).getByRole("region", { name: en.words.title });
  await tabTo(page, "The", 3);
  for (const then of ["cat", "sat", "on", "the", "mat", ".", "end"]) {
    await page.keyboard.press("Enter");
    await expect(focused(page)).toHaveText(then);
    await expect(words.locator("[aria-busy]")).toHaveAttribute("aria-busy", "false");
  }
  await page.keyboard.press("Enter");
  await expect(words).toContainText(en.words.ended);
  // The rows are gone.
  await expect(focused(page)).toHaveText(en.words.roll);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(focused(page)).toHaveText(en.pane.words);
});

test("a series and its answers, the switch beside it, and a comparison", async ({ page }) => {
  await openDesk(page);
  await page.getByRole("textbox", { name: "Message" }).focus();
  await tabTo(page, "Run 10 times", 12);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("spinbutton", { name: en.desk.times })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("switch", { name: en.desk.runAsIMove })).toBeFocused();
  await page.keyboard.press("Alt+2");
  await tabTo(page, en.pane.byDifference);
  await page.keyboard.press("Enter");
  await expect(pane(page, 2).locator("ul ul")).not.toHaveCount(0);
  await expect(focused(page)).toHaveText(en.pane.byDifference);
  await tabTo(page, /^sofa/);
  await page.keyboard.press("Enter");
  await expect(pane(page, 2)).toContainText("The cat sat on the sofa.");
  await tabTo(page, "1 more");
  await page.keyboard.press("Enter");
  await expect(focused(page)).toHaveText(en.pane.fewer);
  await page.keyboard.press("Alt+2");
  await tabTo(page, "More for pane 2", 4);
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: en.pane.compare });
  while (!(await item.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel(en.compare.left)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(dialog.getByLabel(en.compare.left)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.getByLabel(en.compare.right)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "More for pane 2" })).toBeFocused();
});

test("what is folded by keyboard gives focus back, and takes it when it is unfolded", async ({ page }) => {
  await openDesk(page);
  for (const [what, entry] of [
    ["Faders", page.getByRole("slider", { name: "Temperature" })],
    ["Prompt", page.getByRole("textbox", { name: "Message" })],
  ] as const) {
    await page.getByRole("button", { name: `Fold ${what}` }).press("Enter");
    await expect(page.getByRole("button", { name: `Unfold ${what}` })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(entry).toBeFocused();
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });
  test("the sheet of faders with the lens opens, closes and gives focus back", async ({ page }) => {
    await openDesk(page);
    await run(page);
    await waitForEnd(page, 1);
    const opener = page.getByRole("button", { name: "Faders · 0.2" });
    await opener.press("Enter");
    await expect(page.getByRole("slider", { name: "Temperature" })).toBeFocused();
    await expect(page.locator("[data-lens] table")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(opener).toBeFocused();
  });
});
