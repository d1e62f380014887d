import { en } from "@/lib/messages/en";
import { spokenTree } from "./support/accessibility";
import { openDesk, pane } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { listen, whatWasHeard } from "./support/hearing";

const texts = async (page: Parameters<typeof whatWasHeard>[0]) =>
  (await whatWasHeard(page)).heard.map(({ how, text }) => `${how}: ${text}`);

test("the lens is a table with heads; what moving a fader came to is said once, when the hand rests", async ({
  page,
}) => {
  await openDesk(page);
  await expect(page.locator("[data-lens] table")).toBeVisible();
  expect((await spokenTree(page, "[data-lens]")).slice(0, 11)).toEqual([
    "region “Odds of the next token”",
    "heading “Pane 1 Next token after “The cat sat on the””",
    "table “Next token after “The cat sat on the””",
    "row",
    "columnheader “Token”",
    "columnheader “Model’s own odds”",
    "columnheader “After the faders”",
    "row",
    "rowheader “mat”",
    "cell “48.7%”",
    "cell “98.8%”",
  ]);
  const temperature = page.getByRole("slider", { name: "Temperature" });
  await temperature.focus();
  await listen(page);
  // A hand that does not rest, however slow the machine is.
  await temperature.evaluate((slider: HTMLInputElement) => {
    for (let step = 0; step < 4; step += 1) {
      slider.stepUp();
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  await expect(page.locator("[data-lens] [aria-live]")).toHaveText(/^At 0\.4/);
  // Another pane has other faders: nothing has been moved.
  await page.getByRole("button", { name: "Pane 2", exact: true }).press("Enter");
  await expect(page.locator("[data-lens] [data-caption]")).toContainText("At 1.6");
  await page.waitForTimeout(1000);
  expect(await texts(page)).toEqual([
    "polite: At 0.4, “mat” is picked 86 times in 100; at 1.0 it would be 49 times in 100.",
  ]);
});

test("tokens are said as the cursor moves, a fork as a run, and nothing else is", async ({ page }) => {
  await openDesk(page);
  const first = pane(page, 1);
  await first.getByRole("button", { name: en.pane.odds }).click();
  await first.locator("[data-unit][tabindex]").focus();
  await listen(page);
  const said: string[] = [];
  for (const key of ["ArrowRight", "End", "ArrowLeft", "Enter"]) {
    await page.keyboard.press(key);
    said.push((await spokenTree(page, "[data-pane='1'] [data-unit][tabindex]"))[0] ?? "");
  }
  expect(said).toEqual([
    "button “cat, own odds 99.9%” focused=true expanded=false",
    "button “., own odds 99.9%” focused=true expanded=false",
    "button “mat, own odds 49%” focused=true expanded=false",
    "button “mat, own odds 49%” focused=true expanded=true",
  ]);
  const place = await spokenTree(page, "[data-pane='1'] section[aria-label^='Odds of']");
  expect(place.slice(0, 4)).toEqual([
    "region “Odds of “mat””",
    "heading “Odds of “mat””",
    "button “Close”",
    "table “What might have stood here”",
  ]);
  // The tree that Chromium shows to tools leaves out which of them is the current one.
  await expect(first.locator("[aria-current]")).toHaveText("mat");
  expect(place).toContain("button “chair” (Choose a token to continue from it in a new pane.)");
  await first.getByRole("button", { name: "chair" }).press("Enter");
  await expect(page.getByRole("status")).toContainText("Pane 3: complete");
  expect(await texts(page)).toEqual(["polite: Running 1 pane.", "polite: Pane 3: complete."]);
  expect((await spokenTree(page, "[data-pane='3']"))[0]).toBe(
    "region “Pane 3: Sprout, temperature 0.2” focused=true",
  );
});

test("one word at a time the last token is said, never all of them again", async ({ page }) => {
  await openDesk(page);
  const first = pane(page, 1);
  await first.getByRole("button", { name: en.pane.words }).click();
  const words = first.getByRole("region", { name: en.words.title });
  await listen(page);
  const choose = async (name: string) => {
    await words.getByRole("button", { name, exact: true }).press("Enter");
    await expect(words.locator("[aria-busy]")).toHaveAttribute("aria-busy", "false");
  };
  for (const part of ["The", "cat"]) await choose(part);
  await words.getByRole("button", { name: en.words.undo }).press("Enter");
  await words.getByRole("button", { name: en.words.again }).press("Enter");
  await choose("The");
  expect(await texts(page)).toEqual([
    "polite: The, token 1",
    "polite: cat, token 2",
    "polite: The, token 1",
    "polite: The, token 1",
  ]);
});

test("a comparison says its verdict when it opens, and again when another answer is chosen", async ({
  page,
}) => {
  await openDesk(page);
  await listen(page);
  await pane(page, 1).getByRole("button", { name: "More for pane 1" }).press("Enter");
  await page.getByRole("menuitem", { name: en.pane.compare }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(en.compare.equal);
  await dialog.getByLabel(en.compare.right).selectOption({ value: "p2 recorded-1" });
  await expect(dialog).toContainText("1 only left");
  const heard = await texts(page);
  expect(heard).toEqual([
    `polite: ${en.compare.equal}`,
    expect.stringMatching(/^polite: \d words the same, 1 only left/),
  ]);
  expect((await spokenTree(page, "dialog ins"))[0]).toBe("insertion");
  await expect(dialog.locator("ins").first()).toContainText(en.compare.added);
});
