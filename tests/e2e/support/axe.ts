import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import type { Messages } from "@/lib/messages/en";

export type Look = "light" | "dark";

/** Fails on anything that axe finds in the page as it stands, in each look; `state` says which state that is. */
export async function expectNoViolations(
  page: Page,
  state: string,
  looks: readonly Look[] = ["light", "dark"],
): Promise<void> {
  const found: string[] = [];
  for (const look of looks) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), look);
    const { violations } = await new AxeBuilder({ page })
      // The page holds no frames, so axe need not open a page of its own to join what they say.
      .setLegacyMode()
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    for (const { id, nodes } of violations)
      found.push(`${state}, ${look}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }
  expect.soft(found).toEqual([]);
}

/** A state of the page, and the way there from the state before it. */
export type State = [name: string, reach: (page: Page, texts: Messages) => Promise<unknown>];

/** Walks from state to state and asks axe in each. */
export async function walk(
  page: Page,
  { texts, looks }: { texts: Messages; looks: readonly Look[] },
  states: readonly State[],
): Promise<void> {
  for (const [name, reach] of states)
    await test.step(name, async () => {
      await reach(page, texts);
      await expectNoViolations(page, name, looks);
    });
}
