import { expect as plainExpect } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { SPROUT } from "@/lib/catalog/models";
import { PARAMETER_KEYS } from "@/lib/catalog/parameters";
import type { LinkDocument } from "@/lib/links/link-document";
import golden from "../fixtures/link-1.json" with { type: "json" };
import { EVERYTHING_SET } from "../support/sample-values";
import { FULL_DOCUMENT } from "../unit/links/support";
import { expectNoViolations } from "./support/axe";
import { openDesk, openWholeDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { addressOf, countRuns, keptDocument, openAddress, openHere, SMALL_DOCUMENT } from "./support/links";
import { differenceOf } from "./support/look-alike";
import { openDeskOf } from "./support/seeded-desk";
import { fill, SPEECHES } from "./support/texts";

const FROM_SMALL = fill(en.links.from, { title: "A riddle" });

for (const { name, locale, texts } of SPEECHES)
  test.describe(`in ${name}`, () => {
    test.use({ locale });

    test("a desk opens in another browser as it was, by state and to the eye", async ({ page, browser }) => {
      await openDeskOf(page, {
        panes: 3,
        model: SPROUT.id,
        message: "What color is {{thing}}?",
        parameters: EVERYTHING_SET,
      });
      await page.getByRole("textbox", { name: texts.app.title, exact: true }).fill("Snow");
      const value = fill(texts.variables.valueOf, { name: "thing" });
      await page.getByRole("textbox", { name: value, exact: true }).fill("snow");
      await page.getByRole("slider", { name: texts.parameters.temperature.label }).fill("1.3");
      // The braces Sprout could not read; that it can now takes a notice away, and Run moves to its place.
      await expect(page.getByText(fill(texts.desk.room, { used: 9, all: 256 }))).toBeVisible();
      await expect(page.getByText(texts.desk.unreadable)).toBeHidden();
      await page.getByRole("button", { name: texts.desk.run, exact: true }).click();
      for (const number of [1, 2, 3]) await expect(pane(page, number)).toHaveAttribute("data-state", "ended");
      await page.locator("#message").fill("Tell me a joke.");
      const made = await keptDocument(page, "desk");
      plainExpect(made.panes.map(({ answers }) => answers?.length)).toEqual([1, 1, 1]);
      plainExpect(Object.keys(made.panes[2]?.parameters ?? {})).toEqual(PARAMETER_KEYS);
      const other = await (await browser.newContext({ locale, viewport: page.viewportSize() })).newPage();
      await openAddress(other, new URL(await addressOf(made), page.url()).href);
      await expect(other.getByText(fill(texts.links.from, { title: made.title }))).toBeVisible();
      plainExpect(await keptDocument(other, "linked")).toEqual(made);
      await page.locator("#message").blur();
      // Whatever came to lie under the pointer looks as it does alone.
      await page.mouse.move(0, 0);
      // What is the same is compared: all but the lines that say where it and its answers are from.
      await other.locator("[data-link]").evaluate((banner) => (banner.parentElement as HTMLElement).remove());
      const origins = other.locator("[data-pane] p", { hasText: texts.replay.playOne });
      await expect(origins).toHaveCount(3);
      for (let left = 3; left > 0; left -= 1) await origins.first().evaluate((line) => line.remove());
      for (const region of ["prompt", "panes", "faders"]) {
        const [here, there] = [page, other].map((each) => each.locator(`[data-region="${region}"]`));
        if (!here || !there) throw new Error("no pages");
        // Sprout counts tokens and shows its odds a moment later, on either page.
        await expect(async () =>
          plainExpect(await there.ariaSnapshot()).toBe(await here.ariaSnapshot()),
        ).toPass({ timeout: 10_000 });
        await expect.poll(() => differenceOf(browser, here, there)).toBeLessThan(0.001);
      }
      for (const number of [1, 2, 3])
        await expect(pane(other, number)).toContainText(made.panes[number - 1]?.answers?.[0]?.text ?? "?");
      await other.context().close();
    });

    test("a link with everything in it opens, and says what the reader should know", async ({ page }) => {
      await openAddress(page, `/#e=${golden.link}`);
      await expect(page.getByText(fill(texts.links.from, { title: FULL_DOCUMENT.title }))).toBeVisible();
      await expect(page.locator("[data-link]")).toContainText("2025");
      await expect(page).toHaveURL(/\/$/);
      const { lock: _, hide: __, ...document } = FULL_DOCUMENT;
      plainExpect(await keptDocument(page, "linked")).toEqual(document);
      // A change of language leaves the address as it is: without the link.
      const other = locale === "en" ? "zh" : "en";
      await page.getByRole("combobox", { name: texts.app.language }).selectOption(other);
      await expect(page.locator("html")).not.toHaveAttribute("lang", locale);
      await expect(page.locator("[data-link]")).toContainText(FULL_DOCUMENT.title);
      await expect(page).toHaveURL(/\/$/);
    });
  });

test("running a link is no edit, editing is; a link over an edited one can be undone", async ({ page }) => {
  await openAddress(page, await addressOf(SMALL_DOCUMENT));
  const link = page.locator("[data-link]");
  await expect(link).toHaveAttribute("data-link", "opened");
  await expect(link).toContainText(en.links.notRun);
  await expect(page.getByRole("button", { name: en.links.begin })).toBeVisible();
  await run(page);
  await waitForEnd(page, 1);
  await expect(link).toHaveAttribute("data-link", "run");
  await expect(link).not.toContainText(en.links.modified);
  await page.getByRole("button", { name: "Add pane" }).click();
  await expect(link).toContainText(en.links.modified);
  await page.reload();
  await expect(link).toContainText(en.links.modified);
  await openHere(page, await addressOf({ ...SMALL_DOCUMENT, title: "Another" }));
  await expect(link).toContainText("Another");
  await expect(page.getByText(en.desk.undone.linkReplaced)).toBeVisible();
  await page.getByRole("button", { name: en.desk.undo }).click();
  await expect(link).toContainText("A riddle");
  await expect(pane(page, 2)).toBeVisible();
});

test("a model that is not here is named, and another is one press away", async ({ page }) => {
  const runs = countRuns(page);
  const document: LinkDocument = {
    ...SMALL_DOCUMENT,
    panes: [
      { model: "away/llama-9", parameters: {} },
      {
        model: "gone/great-1",
        parameters: {},
        answers: [{ text: "White.", ending: "complete", at: Date.UTC(2026, 2, 14, 12) }],
      },
    ],
  };
  await openAddress(page, await addressOf(document));
  const missing = { number: 1, model: "llama-9", other: "Sprout" };
  await expect(page.getByText(fill(en.links.missing, missing))).toBeVisible();
  const recorded = { number: 2, model: "great-1", other: "Sprout", date: "March 14, 2026" };
  await expect(page.getByText(fill(en.links.missingRecorded, recorded))).toBeVisible();
  await page.getByRole("button", { name: "Use Sprout in pane 2" }).click();
  await expect(page.getByText(fill(en.links.missingRecorded, recorded))).toBeHidden();
  await expect(pane(page, 2)).toContainText("White.");
  await expect(pane(page, 2)).toContainText("great-1");
  await expect(page.locator("[data-link]")).toContainText(en.links.modified);
  plainExpect(runs()).toBe(0);
});

test("what reads links comes with the first link, not before", async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.text());
  });
  const isThere = async () =>
    (await Promise.all(scripts)).some((script) => script.includes("DecompressionStream"));
  await openWholeDesk(page);
  plainExpect(scripts.length).toBeGreaterThan(3);
  plainExpect(await isThere()).toBe(false);
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await expect.poll(isThere).toBe(true);
});

test("how an answer came is kept with it", async ({ page }) => {
  await openDesk(page);
  for (let press = 0; press < 2; press += 1) {
    await run(page);
    await waitForEnd(page, 1);
    await waitForEnd(page, 2);
  }
  // The first press may be faster than what notes it; from the second on it is there.
  for (const { answers } of (await keptDocument(page, "desk")).panes) {
    const { text, pace = [] } = answers?.at(-1) ?? { text: "" };
    const characters = pace.filter((_, at) => at % 2 === 1).reduce((sum, each) => sum + each, 0);
    plainExpect([characters, text.length > 0]).toEqual([text.length, true]);
  }
});

test("moving faders in one's own desk does not run a link's", async ({ page }) => {
  const runs = countRuns(page);
  // The odds stand above the faders, and move them when they come.
  await openWholeDesk(page);
  await page.getByRole("switch", { name: en.desk.runAsIMove }).click();
  await expect(page.getByRole("switch", { name: en.desk.runAsIMove })).toBeChecked();
  const slider = page.getByRole("slider", { name: "Temperature" });
  await slider.hover();
  await page.mouse.down();
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole("switch", { name: en.desk.runAsIMove })).not.toBeChecked();
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(800);
  plainExpect(runs()).toBe(0);
});

const WITH_MISSING: LinkDocument = {
  ...SMALL_DOCUMENT,
  panes: [
    {
      model: "away/llama-9",
      parameters: {},
      answers: [{ text: "White.", ending: "complete", at: Date.UTC(2026, 2, 14, 12) }],
    },
  ],
};

for (const { name, locale, texts } of SPEECHES)
  for (const [where, viewport] of Object.entries({
    "on a desktop": { width: 1440, height: 900 },
    "on a phone": { width: 360, height: 740 },
  }))
    test.describe(`${where}, ${name}`, () => {
      test.use({ locale, viewport });

      test("banner and notices are in sight, and axe finds nothing", async ({ page }) => {
        await openAddress(page, await addressOf(WITH_MISSING));
        const link = page.locator("[data-link]");
        await expect(link).toBeInViewport();
        await expectNoViolations(page, "from a link");
        await page.locator("#message").fill("x");
        await openHere(page, "/#e=1.AAAA");
        await expect(link).toContainText(texts.links.modified);
        await expect(page.getByText(texts.links.unchanged)).toBeVisible();
        await expectNoViolations(page, "an edited link, and one that cannot be read");
      });
    });
