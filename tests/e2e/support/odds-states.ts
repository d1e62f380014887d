import type { Page } from "@playwright/test";
import type { Messages } from "@/lib/messages/en";
import type { State } from "./axe";
import { pane } from "./desk";
import { fill } from "./texts";

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
export const escape = (page: Page) => page.keyboard.press("Escape");
export const inState = (page: Page, state: "waiting" | "streaming" | "ended" | "failed", number = 1) =>
  page.locator(`[data-pane="${number}"][data-state="${state}"]`).waitFor();

export async function openMenu(page: Page, { pane: texts }: Messages): Promise<void> {
  await press(page, fill(texts.menu, { number: 1 }));
  await page.getByRole("menu").waitFor();
}

/** The recorded answers of a first visit, seen in every way there is. */
export const ODDS: State[] = [
  [
    "answers as a tree",
    async (page, { pane: texts }) => {
      await pane(page, 2).getByRole("button", { name: texts.byDifference, exact: true }).click();
      await pane(page, 2).locator("ul ul").first().waitFor();
    },
  ],
  [
    "an answer as tokens, one of them chosen",
    async (page, { pane: texts }) => {
      await pane(page, 1).getByRole("button", { name: texts.odds, exact: true }).click();
      await pane(page, 1).locator("[data-unit]").nth(5).click();
      await pane(page, 1).locator("table").waitFor();
    },
  ],
  [
    "one word at a time",
    async (page, { pane: texts }) => {
      await pane(page, 2).getByRole("button", { name: texts.words, exact: true }).click();
      await pane(page, 2).locator("table button").first().click();
      await pane(page, 2).locator("[aria-busy=false]").waitFor();
    },
  ],
  [
    "a comparison",
    async (page, texts) => {
      await openMenu(page, texts);
      await page.getByRole("menuitem", { name: texts.pane.compare, exact: true }).click();
      await page.getByRole("dialog").getByRole("combobox").first().waitFor();
    },
  ],
  [
    "a fork",
    async (page) => {
      await escape(page);
      await pane(page, 1).locator("table button").nth(1).click();
      await inState(page, "ended", 3);
    },
  ],
];
