import type { Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { holdScripts } from "./support/held-scripts";

const temperature = (page: Page) => page.getByRole("slider", { name: en.parameters.temperature.label });
const message = (page: Page) => page.getByRole("textbox", { name: en.desk.message, exact: true });
const isReady = (page: Page) => page.locator("html[data-ready]");

/** Goes to the desk, and comes back once it is shown: what one does before that, nobody can. */
async function openShown(page: Page): Promise<void> {
  await page.goto("/", { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByType("paint").length > 0);
}

/** Keeps the page's scripts back; the function that comes back lets them come. */
async function holdPage(page: Page): Promise<() => Promise<void>> {
  const release = await holdScripts(page);
  return async () => {
    await expect(isReady(page)).toHaveCount(0);
    release();
    await expect(isReady(page)).toBeAttached();
  };
}

test("what is typed and moved before the scripts are there stands, and is sent", async ({ page }) => {
  const release = await holdPage(page);
  await openShown(page);
  await message(page).click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Name a dragon.");
  await temperature(page).focus();
  await page.keyboard.press("Home");
  await page.getByRole("textbox", { name: en.app.title, exact: true }).fill("Typed early");
  await pane(page, 2).getByRole("combobox", { name: en.pane.model }).fill("nowhere/model-x");
  const theme = page.getByRole("combobox", { name: en.app.theme });
  await theme.focus();
  await theme.selectOption("dark");
  await release();
  await expect(message(page)).toHaveValue("Name a dragon.");
  await expect(pane(page, 1)).toHaveAccessibleName("Pane 1: Sprout, temperature 0");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("textbox", { name: en.app.title, exact: true })).toHaveValue("Typed early");
  await expect(pane(page, 2)).toHaveAccessibleName(/model-x/);
  await expect(page.getByRole("listbox")).toBeHidden();
  await run(page);
  await waitForEnd(page, 1);
  await pane(page, 1).getByRole("button", { name: "What was sent" }).click();
  await expect(page.getByRole("dialog")).toContainText("Name a dragon.");
  await expect(page.getByRole("dialog")).toContainText('"temperature": 0');
});

test("Run pressed before the scripts are there runs once they are, and once", async ({ page }) => {
  const release = await holdPage(page);
  const presses: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/run")) presses.push(request.postData() ?? "");
  });
  await openShown(page);
  await message(page).fill("Name a dragon.");
  await page.getByRole("button", { name: "Add pane" }).click();
  await run(page);
  await run(page);
  await release();
  await waitForEnd(page, 1);
  await waitForEnd(page, 2);
  await expect(pane(page, 1)).not.toContainText(en.pane.example);
  expect(presses).toHaveLength(1);
  expect(presses[0]).toContain("Name a dragon.");
});

test("a fader that is set in the moment in which the page takes over stays set", async ({ page }) => {
  // As an aid does, without a press or key before; the faders are taken over a little later than Prompt and Run.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset.ready === undefined) return;
      observer.disconnect();
      const [fader] = document.querySelectorAll<HTMLInputElement>('input[type="range"]');
      if (!fader) return;
      fader.value = "1";
      fader.dispatchEvent(new Event("input", { bubbles: true }));
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
  await page.goto("/");
  await expect(temperature(page)).toHaveValue("1");
  await expect(pane(page, 1)).toHaveAccessibleName("Pane 1: Sprout, temperature 1");
});

test("where a desk was kept, nothing can be typed before it is there", async ({ page }) => {
  await openDesk(page);
  await message(page).fill("half a thought");
  const release = await holdPage(page);
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html[inert]")).toBeAttached();
  await page.keyboard.press("Tab");
  await page.keyboard.type("over it");
  await release();
  await expect(page.locator("html[inert]")).toHaveCount(0);
  await expect(message(page)).toHaveValue("half a thought");
  await message(page).press("End");
  await page.keyboard.type(", and the rest");
  await expect(message(page)).toHaveValue("half a thought, and the rest");
});
