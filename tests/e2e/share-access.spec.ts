import type { Page } from "@playwright/test";
import { en, type Messages } from "@/lib/messages/en";
import { times } from "../support/counts";
import { walk, type Look, type State } from "./support/axe";
import { openDesk } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { addressOf, openAddress, SMALL_DOCUMENT } from "./support/links";
import { documentOf, openShare } from "./support/share";
import { SPEECHES } from "./support/texts";

const dialogOf = (page: Page, { desk }: Messages) => page.getByRole("dialog", { name: desk.share });

const STATES: State[] = [
  [
    "share, with something to look at twice",
    async (page, texts) => {
      await openDesk(page);
      await page.locator("#message").fill("sk-proj-a1B2c3D4e5F6g7H8i9J0 of li@school.cn");
      const dialog = await openShare(page, texts);
      await dialog.getByRole("radio").nth(1).check();
      await dialog.getByRole("button", { name: texts.share.rest }).first().click();
      await dialog.getByRole("region", { name: texts.share.warning }).waitFor();
    },
  ],
  [
    "share, controls to lock",
    async (page, texts) => {
      const dialog = dialogOf(page, texts);
      await dialog.getByText(texts.share.holdsTitle).click();
      await dialog.getByRole("combobox", { name: texts.desk.message, exact: true }).selectOption("locked");
    },
  ],
  [
    "share, a short link made",
    async (page, texts) => {
      const dialog = dialogOf(page, texts);
      await dialog.getByRole("button", { name: texts.share.make, exact: true }).click();
      await dialog.getByRole("button", { name: texts.share.delete, exact: true }).waitFor();
    },
  ],
  [
    "share, no way to the server",
    async (page, texts) => {
      await page.route("**/api/links/**", (route) => route.abort());
      const dialog = dialogOf(page, texts);
      await dialog.getByRole("button", { name: texts.share.delete, exact: true }).click();
      await dialog.getByRole("alert").waitFor();
    },
  ],
  [
    "a desk with everything locked",
    async (page) => {
      const all = ["title", "system", "message", "turns", "variables", "model", "panes", "view"] as const;
      const lock = [...all, "temperature", "seed"] as const;
      await openAddress(page, await addressOf({ ...SMALL_DOCUMENT, message: "{{a}}", lock: [...lock] }));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await page.locator("[data-link]").waitFor();
    },
  ],
];

const BOTH: readonly Look[] = ["light", "dark"];

for (const [index, { name, locale, texts }] of SPEECHES.entries())
  test.describe(`axe finds nothing, ${name}`, () => {
    test.use({ locale, actionTimeout: 30_000, allowedInConsole: /ERR_FAILED/ });
    test.describe.configure({ timeout: 180_000 });
    // Every language in every look in the long run; else English light, Chinese dark.
    const tour = { texts, looks: BOTH.filter((_, place) => times(1, 2) === 2 || place === index % 2) };

    test("in what Share shows", ({ page }) => walk(page, tour, STATES));
    test.describe("on a phone", () => {
      test.use({ viewport: { width: 360, height: 740 } });
      test("in what Share shows", async ({ page }) => {
        await walk(page, tour, STATES.slice(0, 3));
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        const dialog = dialogOf(page, texts);
        expect(await dialog.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
      });
    });
  });

test.describe("by keyboard alone", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  /** Tabs on until something of this name has focus. */
  async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      // At the end of a dialog nothing in the page has focus for one press.
      const named = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === document.body ? "" : (focused?.ariaLabel ?? focused?.textContent ?? "");
      });
      if (typeof name === "string" ? named === name : name.test(named)) return;
    }
    throw new Error(`nothing is called ${String(name)}`);
  }

  test("answers are chosen, a control is locked, the link is copied, a short link is made and deleted", async ({
    page,
  }) => {
    await openDesk(page);
    await tabTo(page, en.desk.share);
    await page.keyboard.press("Enter");
    const dialog = dialogOf(page, en);
    await dialog.getByRole("radio").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("radio").nth(1)).toBeChecked();
    await tabTo(page, new RegExp(`^${en.share.holdsTitle}`));
    await page.keyboard.press("Enter");
    await dialog.getByRole("combobox", { name: en.parameters.temperature.label, exact: true }).waitFor();
    await tabTo(page, en.parameters.temperature.label);
    await page.keyboard.press("ArrowDown");
    // Tab passes it by until the link is measured and it is known where others reach the server.
    await expect(dialog.getByRole("button", { name: en.share.copyLink })).toBeEnabled();
    await tabTo(page, en.share.copyLink);
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("status")).toContainText("Link copied");
    await expect(dialog.getByRole("button", { name: en.share.copyLink })).toBeFocused();
    const document = await documentOf(await page.evaluate(() => navigator.clipboard.readText()));
    expect(document.lock).toEqual(["temperature"]);
    expect(document.panes[0]?.answers?.length).toBeGreaterThan(0);
    await tabTo(page, en.share.make);
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("status")).toHaveText(en.share.made);
    await tabTo(page, en.share.delete);
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("status")).toHaveText(en.share.deleted);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: en.desk.share, exact: true })).toBeFocused();
  });
});
