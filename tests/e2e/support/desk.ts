import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the desk and waits until it answers to the keyboard and mouse. */
export async function openDesk(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.locator("html[data-ready]")).toBeAttached();
}

/** Opens the desk and waits until what it fetches by itself is there: Sprout, which counts and shows its odds. */
export async function openWholeDesk(page: Page): Promise<void> {
  await openDesk(page);
  await expect(page.getByText(/of \d+ tokens of room/)).toBeVisible();
  await expect(page.locator("[data-lens] table")).toBeVisible();
}

/** Waits until the page has drawn what it has to draw by now. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** The region "Pane n: ...". */
export function pane(page: Page, number: number): Locator {
  return page.locator(`[data-pane="${number}"]`);
}

export async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run", exact: true }).click();
}

/** Waits until a pane's run on show has come to its end. */
export async function waitForEnd(page: Page, number: number): Promise<void> {
  await expect(pane(page, number)).toHaveAttribute("data-state", /ended|failed/, { timeout: 20_000 });
  await expect(pane(page, number).getByRole("button", { name: `Run pane ${number}` })).toBeVisible();
}
