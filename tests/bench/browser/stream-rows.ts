import type { Page } from "@playwright/test";
import { openDesk, pane } from "../../e2e/support/desk";
import { FADER_PROVIDER } from "../http/targets";

/** One way to show streams: opens its page so that the button "Run" starts them. */
export type StreamRow = { name: string; origin: string; open: (page: Page, load: Load) => Promise<void> };

export type Load = { panes: number; tokens: number; model: string };

const plainPage =
  (path: string) =>
  async (page: Page, { panes, model }: Load) => {
    await page.goto(`${path}?panes=${panes}&model=${model}`);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
  };

/** As a visitor sets it up: the model in the first two panes, copies of it, a message. */
async function openFader(page: Page, { panes, model }: Load): Promise<void> {
  await openDesk(page);
  for (const number of [1, 2]) {
    const field = pane(page, number).getByRole("combobox", { name: "Model" });
    await field.fill(`${FADER_PROVIDER}/${model}`);
    await field.press("Enter");
  }
  for (let count = 2; count < panes; count += 1) await page.getByRole("button", { name: "Add pane" }).click();
  await page.getByRole("textbox", { name: "Message" }).fill("Write about the sea.");
}

/** The rows in the order in which each round plays them. */
export function listStreamRows(origins: Record<"upstream" | "floor" | "fader", string>): StreamRow[] {
  return [
    { name: "bare", origin: origins.upstream, open: plainPage("/bare") },
    { name: "floor", origin: origins.floor, open: plainPage("/panes") },
    { name: "Fader", origin: origins.fader, open: openFader },
  ];
}
