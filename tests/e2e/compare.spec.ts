import type { Locator, Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { zh } from "@/lib/messages/zh";
import type { FakeUpstream, Plan } from "../support/fake-upstream";
import { openai } from "../support/transcripts";
import { expectNoViolations } from "./support/axe";
import { openDesk, openWholeDesk, pane, run, waitForEnd } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { expect, test } from "./support/streaming-test";
import { fill } from "./support/texts";

const CATS = ["The cat sat on the mat.", "The cat lay on the warm mat."];

function inTurn(fake: FakeUpstream, texts: readonly string[]): void {
  fake.plan((_, index): Plan => ({ transcript: openai([texts[index % texts.length] ?? ""]) }));
}

async function openMenu(page: Page, number: number, texts = en): Promise<Locator> {
  await pane(page, number)
    .getByRole("button", { name: fill(texts.pane.menu, { number }), exact: true })
    .click();
  return page.getByRole("menuitem", { name: texts.pane.compare });
}

/** Opens the comparison from a pane's menu. */
async function compare(page: Page, number: number, texts = en): Promise<Locator> {
  await (await openMenu(page, number, texts)).click();
  return page.getByRole("dialog", { name: texts.pane.compareTitle });
}

/** Runs twice, the second time with the turns as they stand. */
async function runTwice(page: Page): Promise<void> {
  await run(page);
  await waitForEnd(page, 1);
  await run(page);
  await expect(pane(page, 1)).toContainText("Run 2 of 2");
  await waitForEnd(page, 1);
}

test("a run is compared with the one before, word by word", async ({ page, fake }) => {
  inTurn(fake, CATS);
  await openDeskOf(page, { panes: 1 });
  await expect(await openMenu(page, 1)).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await runTwice(page);
  const dialog = await compare(page, 1);
  await expect(dialog).toContainText("5 words the same, 1 only left, 2 only right");
  await expect(dialog.locator("del")).toHaveText(["removed: sat"]);
  await expect(dialog.locator("ins")).toHaveText(["added: lay", "added: warm"]);
  await expectNoViolations(page, "a comparison");
  await dialog
    .getByLabel(en.compare.left)
    .selectOption({ label: "Pane 1, run 2 of 2: The cat lay on the warm mat." });
  await expect(dialog).toContainText(en.compare.equal);
  await expect(dialog.locator("del, ins")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(pane(page, 1).getByRole("button", { name: "More for pane 1" })).toBeFocused();
});

test("answers of two panes are compared, the recorded ones too", async ({ page }) => {
  await openDesk(page);
  const dialog = await compare(page, 1);
  await expect(dialog.getByRole("combobox")).toHaveCount(2);
  await expect(dialog.locator("optgroup")).toHaveCount(4);
  await expect(dialog.locator("optgroup").first()).toHaveAttribute(
    "label",
    "Pane 1: Sprout, temperature 0.2",
  );
  await dialog.getByLabel(en.compare.right).selectOption({ value: "p2 recorded-1" });
  await expect(dialog).toContainText(/words? the same|Both are the same/);
});

test("texts of ten thousand words that have nothing in common are compared in a moment", async ({
  page,
  fake,
}) => {
  const text = (letter: string) =>
    Array.from({ length: 10_000 }, (_, index) => `${letter}${index}`).join(" ");
  inTurn(fake, [text("a"), text("b")]);
  await openDeskOf(page, { panes: 1 });
  await runTwice(page);
  const dialog = await compare(page, 1);
  await expect(dialog).toContainText(en.compare.coarse);
  await expect(dialog).toContainText("0 words the same, 10,000 only left, 10,000 only right");
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });
  test("characters are compared", async ({ page, fake }) => {
    inTurn(fake, ["猫坐在垫子上。", "猫坐在椅子上。"]);
    await openDeskOf(page, { panes: 1 });
    for (const text of ["垫子", "椅子"]) {
      await page.getByRole("button", { name: zh.desk.run, exact: true }).click();
      await expect(pane(page, 1)).toContainText(text);
      await expect(pane(page, 1)).toHaveAttribute("data-state", "ended");
    }
    const dialog = await compare(page, 1, zh);
    await expect(dialog).toContainText("5 个字相同，1 个只在左边，1 个只在右边");
    await expect(dialog.locator("del")).toHaveText(["删去：垫"]);
  });
});

test.describe("when its part cannot be fetched", () => {
  test.use({ allowedInConsole: /Failed to load resource/ });
  test("the dialog says so, and brings it when it is asked for again", async ({ page }) => {
    await openWholeDesk(page);
    // The menu comes on demand itself; Escape closes what is there.
    await expect(await openMenu(page, 1)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.route("**/*.js", (route) => route.abort());
    const dialog = await compare(page, 1);
    await expect(dialog).toContainText(en.app.partMissing);
    await page.unroute("**/*.js");
    await dialog.getByRole("button", { name: en.app.again }).click();
    await expect(dialog.getByLabel(en.compare.left)).toBeVisible();
  });
});
