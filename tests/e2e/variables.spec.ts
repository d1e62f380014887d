import { expect as expectThat, type Locator, type Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import type { FakeUpstream } from "../support/fake-upstream";
import { expectNoViolations } from "./support/axe";
import { pane, run, waitForEnd } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { expect, test } from "./support/streaming-test";
import { fill, SPEECHES } from "./support/texts";

type Message = { role: string; content: string };

/** What each request that arrived says. */
const said = (fake: FakeUpstream) =>
  fake.seen
    .filter(({ method }) => method === "POST")
    .map(({ body }) => (body as { messages: Message[] }).messages.map(({ content }) => content));

const message = (page: Page) => page.locator("#message");
const valueOf = (page: Page, name: string, texts = en): Locator =>
  page.getByRole("textbox", { name: fill(texts.variables.valueOf, { name }), exact: true });

test("names appear as they are typed, a press without their values leads to them, and what is sent is filled", async ({
  page,
  fake,
}) => {
  await openDeskOf(page, { message: "" });
  await expect(page.getByRole("region", { name: en.variables.title })).toBeHidden();
  await message(page).fill("About {{topic}}, in a {{tone}} way; \\{{kept}} stays.");
  await expect(valueOf(page, "topic")).toBeVisible();
  await expect(valueOf(page, "kept")).toBeHidden();
  await valueOf(page, "topic").fill("cats");
  await run(page);
  const notice = page.getByRole("alert").filter({ hasText: "Nothing was sent" });
  await expect(notice).toHaveText("Nothing was sent: under Variables, give a value to {{tone}}.");
  await expect(valueOf(page, "tone")).toBeFocused();
  await expect(valueOf(page, "tone")).toHaveAccessibleDescription(en.variables.needed);
  expectThat(said(fake)).toEqual([]);
  await page.keyboard.type("kind");
  await expect(notice).toBeHidden();
  await page.keyboard.press("Control+Enter");
  await waitForEnd(page, 1);
  await waitForEnd(page, 2);
  expectThat(said(fake)).toEqual([
    ["About cats, in a kind way; {{kept}} stays."],
    ["About cats, in a kind way; {{kept}} stays."],
  ]);
  // The turn keeps the names, and another value goes into it.
  await expect(page.getByText("Run plays the turns as they stand")).toContainText("{{topic}}");
  await valueOf(page, "topic").fill("dogs");
  await pane(page, 1).getByRole("button", { name: "Run pane 1" }).click();
  await expect.poll(() => said(fake).at(-1)).toEqual(["About dogs, in a kind way; {{kept}} stays."]);
});

test("a pane's own system prompt is filled, and only what that pane sends is asked for", async ({
  page,
  fake,
}) => {
  await openDeskOf(page, { message: "Hi {{who}}" });
  await valueOf(page, "who").fill("you");
  await pane(page, 2).getByRole("button", { name: "More for pane 2" }).click();
  await page.getByRole("menuitem", { name: en.pane.ownSystem }).click();
  await page.getByRole("textbox", { name: "System prompt of pane 2" }).fill("Be {{tone}}.");
  await pane(page, 1).getByRole("button", { name: "Run pane 1" }).click();
  await waitForEnd(page, 1);
  expectThat(said(fake)).toEqual([["Hi you"]]);
  await pane(page, 2).getByRole("button", { name: "Run pane 2" }).click();
  await expect(valueOf(page, "tone")).toBeFocused();
  await valueOf(page, "tone").fill("kind");
  await pane(page, 2).getByRole("button", { name: "Run pane 2" }).click();
  await waitForEnd(page, 2);
  expectThat(said(fake).at(-1)).toEqual(["Be kind.", "Hi you"]);
});

test("values are kept over a reload; one that no text names can be removed and brought back", async ({
  page,
}) => {
  await openDeskOf(page, { message: "{{a}} {{b}}" });
  await valueOf(page, "a").fill("1");
  await valueOf(page, "b").fill("2");
  await message(page).fill("{{b}}");
  await page.reload();
  await expect(valueOf(page, "a")).toHaveValue("1");
  const remove = page.getByRole("button", { name: fill(en.variables.remove, { name: "a" }), exact: true });
  await expect(page.getByRole("button", { name: fill(en.variables.remove, { name: "b" }) })).toBeHidden();
  await remove.click();
  await expect(valueOf(page, "a")).toBeHidden();
  await page.getByRole("button", { name: en.desk.undo, exact: true }).click();
  await expect(valueOf(page, "a")).toHaveValue("1");
});

test("clearing keeps what the system prompt names", async ({ page }) => {
  await openDeskOf(page, { message: "{{a}}" });
  await page.getByText(en.desk.systemPrompt, { exact: true }).click();
  await page.getByRole("textbox", { name: en.desk.systemPrompt }).fill("{{s}}");
  await valueOf(page, "s").fill("1");
  await valueOf(page, "a").fill("2");
  await page.getByRole("button", { name: en.desk.clear, exact: true }).click();
  await expect(valueOf(page, "a")).toBeHidden();
  await expect(valueOf(page, "s")).toHaveValue("1");
});

test("a folded prompt column unfolds where values are missing", async ({ page, fake }) => {
  await openDeskOf(page, { message: "{{a}}" });
  await page.getByRole("button", { name: fill(en.desk.fold, { what: en.desk.prompt }) }).click();
  await pane(page, 1).getByRole("button", { name: "Run pane 1" }).click();
  await expect(valueOf(page, "a")).toBeFocused();
  expectThat(said(fake)).toEqual([]);
  // It stays open, and folds again when that is asked for.
  await page.keyboard.type("xy");
  await expect(valueOf(page, "a")).toBeFocused();
  await page.getByRole("button", { name: fill(en.desk.fold, { what: en.desk.prompt }) }).click();
  await expect(valueOf(page, "a")).toBeHidden();
});

test("the lens and Sprout's room count the filled text", async ({ page }) => {
  const prompt = "What color is snow?";
  await openDeskOf(page, { panes: 1, model: "built-in/sprout", message: "Hello." });
  const reading = () =>
    page
      .locator("[data-lens] tbody")
      .or(page.getByText(/of 256 tokens of room/))
      .allTextContents();
  await expect(page.getByText(/\b8 of 256 tokens of room/)).toBeVisible();
  await expect(page.locator("[data-lens]")).toContainText(en.lens.asYouType);
  await expect(page.locator("[data-lens] table")).toBeVisible();
  const hello = await reading();
  await message(page).fill(prompt);
  await expect
    .poll(async () => (await reading()).map((text) => hello.includes(text)))
    .toEqual([false, false]);
  const asked = await reading();
  await message(page).fill("{{a}}");
  await valueOf(page, "a").fill("Hello.");
  await expect.poll(reading).toEqual(hello);
  await valueOf(page, "a").fill(prompt);
  await expect.poll(reading).toEqual(asked);
});

test("what moves a fader keeps the hand where it is", async ({ page }) => {
  await openDeskOf(page, { panes: 1, model: "built-in/sprout", message: "{{a}}" });
  await expect(valueOf(page, "a")).toBeVisible();
  const runAsIMove = page.getByRole("switch", { name: en.desk.runAsIMove });
  await runAsIMove.click();
  // Its code comes with the first press.
  await expect(runAsIMove).toBeChecked();
  const fader = page.getByRole("slider", { name: en.parameters.temperature.label });
  await fader.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("alert").filter({ hasText: "{{a}}" })).toBeVisible();
  await expect(fader).toBeFocused();
});

const PLACES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };

for (const { name, locale, texts } of SPEECHES)
  for (const [place, viewport] of Object.entries(PLACES))
    test.describe(`on a ${place}, ${name}`, () => {
      test.use({ locale, viewport });
      test.slow();

      test("the table fits, and axe finds nothing in it", async ({ page, fake }) => {
        await openDeskOf(page, {
          message: "{{主题}} {{a_name_that_is_rather_long_for_a_phone_of_this_size}}",
        });
        await expect(valueOf(page, "主题", texts)).toBeVisible();
        await page.getByRole("button", { name: texts.desk.run, exact: true }).last().click();
        await expect(valueOf(page, "主题", texts)).toBeFocused();
        await expectNoViolations(page, "variables without values");
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expectThat(width).toBeLessThanOrEqual(viewport.width);
        expectThat(said(fake)).toEqual([]);
      });
    });
