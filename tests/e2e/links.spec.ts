import { expect as plainExpect, test as browserTest, type Route } from "@playwright/test";
import { en } from "@/lib/messages/en";
import type { LinkDocument } from "@/lib/links/link-document";
import { LANGUAGES } from "@/lib/messages/languages";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import { FULL_DOCUMENT } from "../unit/links/support";
import { deskWith } from "../unit/playground/support";
import { expectNoViolations } from "./support/axe";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import {
  addressOf,
  countRuns,
  keptDesk,
  keptDocument,
  openAddress,
  openHere,
  SMALL_DOCUMENT,
} from "./support/links";
import { differenceOf } from "./support/look-alike";
import { fill, SPEECHES } from "./support/texts";

const FROM_SMALL = fill(en.links.from, { title: "A riddle" });

for (const { name, locale, texts } of SPEECHES)
  test.describe(`in ${name}`, () => {
    test.use({ locale });

    test("a desk opens in another browser as it was, by state and to the eye", async ({ page, browser }) => {
      await openDesk(page);
      await page.getByRole("button", { name: texts.desk.run, exact: true }).click();
      for (const number of [1, 2]) await expect(pane(page, number)).toHaveAttribute("data-state", "ended");
      await page.locator("#message").fill("Tell me a joke.");
      const made = await keptDocument(page, "desk");
      plainExpect(made.panes.map(({ answers }) => answers?.length)).toEqual([1, 1]);
      const other = await (await browser.newContext({ locale, viewport: page.viewportSize() })).newPage();
      await openAddress(other, new URL(await addressOf(made), page.url()).href);
      await expect(other.getByText(fill(texts.links.from, { title: made.title }))).toBeVisible();
      plainExpect(await keptDocument(other, "linked")).toEqual(made);
      await page.locator("#message").blur();
      // What is the same is compared: all but the line that says where it is from.
      await other.locator("[data-link]").evaluate((banner) => (banner.parentElement as HTMLElement).remove());
      for (const region of ["prompt", "faders"]) {
        const [here, there] = [page, other].map((each) => each.locator(`[data-region="${region}"]`));
        if (!here || !there) throw new Error("no pages");
        // Sprout counts tokens and shows its odds a moment later.
        await expect.poll(() => there.ariaSnapshot()).toBe(await here.ariaSnapshot());
        await expect.poll(() => differenceOf(browser, here, there)).toBeLessThan(0.001);
      }
      for (const number of [1, 2])
        await expect(pane(other, number)).toContainText(made.panes[number - 1]?.answers?.[0]?.text ?? "?");
      await other.context().close();
    });

    test("a link with everything in it opens, and says what the reader should know", async ({ page }) => {
      await openAddress(page, await addressOf(FULL_DOCUMENT));
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

test("a link opens over one's own work, which comes back, also after a reload", async ({ page }) => {
  const runs = countRuns(page);
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("half a thought");
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(message).toHaveValue("What color is snow?");
  plainExpect((await keptDesk(page, "desk"))?.experiment.message).toBe("half a thought");
  await page.reload();
  await expect(message).toHaveValue("What color is snow?");
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(message).toHaveValue("half a thought");
  await expect(page.getByText(FROM_SMALL)).toBeHidden();
  await message.fill("a whole thought");
  await page.reload();
  await expect(message).toHaveValue("a whole thought");
  plainExpect(runs()).toBe(0);
});

test("who went back by mistake undoes it, and neither desk takes the other's place", async ({ page }) => {
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("mine");
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await message.fill("theirs, edited");
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(message).toHaveValue("mine");
  await message.fill("mine, edited");
  await page.getByRole("button", { name: en.desk.undo }).click();
  await expect(message).toHaveValue("theirs, edited");
  plainExpect((await keptDesk(page, "desk"))?.experiment.message).toBe("mine, edited");
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(message).toHaveValue("mine, edited");
  plainExpect((await keptDesk(page, "desk"))?.experiment.message).toBe("mine, edited");
});

test("however many links are opened, a new tab begins with one's own work, unless the link's became work", async ({
  page,
  context,
}) => {
  test.setTimeout(90_000);
  await openDesk(page);
  await page.getByRole("textbox", { name: "Message" }).fill("mine");
  await page.waitForTimeout(1000);
  for (let count = 0; count < 11; count += 1) {
    const tab = await context.newPage();
    await openAddress(tab, await addressOf({ ...SMALL_DOCUMENT, message: `link ${count}` }));
    await expect(tab.getByRole("textbox", { name: "Message" })).toHaveValue(`link ${count}`);
    await tab.close();
  }
  const tab = await context.newPage();
  await openDesk(tab);
  await expect(tab.getByRole("textbox", { name: "Message" })).toHaveValue("mine");
  await openHere(tab, await addressOf(SMALL_DOCUMENT));
  await expect(tab.getByText(FROM_SMALL)).toBeVisible();
  await tab.getByRole("textbox", { name: "Message" }).fill("an hour of work");
  await tab.close({ runBeforeUnload: true });
  await page.waitForTimeout(500);
  const later = await context.newPage();
  await openDesk(later);
  await expect(later.getByRole("textbox", { name: "Message" })).toHaveValue("an hour of work");
  await later.getByRole("button", { name: en.links.back }).click();
  await expect(later.getByRole("textbox", { name: "Message" })).toHaveValue("mine");
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

test("a link that cannot be read says what is wrong and leaves the desk as it was", async ({ page }) => {
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("mine");
  const { problems } = en.links;
  const whole = await addressOf(SMALL_DOCUMENT);
  const cases: [string, string][] = [
    [whole.slice(0, -9), problems.damaged],
    ["/#e=hello", problems.notALink],
    [whole.replace("#e=1.", "#e=2."), problems.newer.split("(")[0] ?? ""],
    [`/#e=1.${"A".repeat(17_000)}`, "17,002"],
    [`/#e=${whole.slice(4)}&run=1`, problems.damaged],
  ];
  for (const [address, text] of cases) {
    await openHere(page, address);
    const notice = page.getByRole("alert").filter({ hasText: text });
    await expect(notice).toContainText(en.links.unchanged);
    await page.getByRole("button", { name: en.desk.dismiss }).first().click();
    await expect(notice).toBeHidden();
  }
  await openAddress(page, whole.slice(0, -9));
  const damaged = page.getByRole("alert").filter({ hasText: problems.damaged });
  await expect(damaged).toBeVisible();
  await expect(message).toHaveValue("mine");
  await openHere(page, whole);
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await expect(damaged).toBeHidden();
});

test("what reads links comes with the first link, not before", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) scripts.push(await response.text());
  });
  const isThere = () => scripts.some((script) => script.includes("DecompressionStream"));
  await openDesk(page);
  await page.waitForLoadState("networkidle");
  plainExpect(scripts.length).toBeGreaterThan(3);
  plainExpect(isThere()).toBe(false);
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  plainExpect(isThere()).toBe(true);
});

test("a run that is going when a link is opened keeps what had come", async ({ page }) => {
  await openDesk(page);
  await page.getByRole("textbox", { name: "Message" }).fill("Tell me a story about a fox.");
  await run(page);
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await page.getByRole("button", { name: en.links.back }).click();
  for (const number of [1, 2]) await expect(pane(page, number)).toHaveAttribute("data-state", "ended");
  await run(page);
  await waitForEnd(page, 1);
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
  await openDesk(page);
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

// A script that cannot be fetched is an error in the console.
browserTest("a link whose reader cannot be fetched can be opened once more", async ({ page }) => {
  await openDesk(page);
  await page.getByRole("textbox", { name: "Message" }).fill("mine");
  await page.waitForLoadState("networkidle");
  await page.route("**/*.js", (route) => route.abort());
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(en.app.partMissing)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("mine");
  await page.unroute("**/*.js");
  await page.getByRole("button", { name: en.app.again }).first().click();
  await expect(page.getByText(en.links.missingPart)).toBeVisible();
  await page.getByRole("button", { name: en.app.again }).first().click();
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
});

const SHORT = `/s/${"a".repeat(22)}`;

test("a short link opens like any other, and leaves the address", async ({ page }) => {
  await page.route("**/api/links/*", (route) =>
    route.fulfill({ json: { experiment: SMALL_DOCUMENT, createdAt: "", expiresAt: "" } }),
  );
  await openAddress(page, SHORT);
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await expect(page).toHaveURL(/:\d+\/$/);
  await page.getByRole("textbox", { name: "Message" }).fill("edited");
  await page.getByRole("combobox", { name: "Language" }).selectOption("zh");
  await expect(page.getByText(fill(LANGUAGES.zh.messages.links.from, { title: "A riddle" }))).toBeVisible();
  await expect(page.locator("#message")).toHaveValue("edited");
  await expect(page).toHaveURL(/:\d+\/$/);
  await page.reload();
  await expect(page.locator("#message")).toHaveValue("edited");
  await expect(page.locator("[data-link]")).toContainText("A riddle");
});

test.describe("short links that cannot be opened", () => {
  test.use({ allowedInConsole: /Failed to load resource/ });

  test("say why; where the network failed it can be tried again", async ({ page }) => {
    let answer: Parameters<Route["fulfill"]>[0] | undefined = {
      status: 404,
      json: { error: { code: "not_found", message: "" } },
    };
    await page.route("**/api/links/*", (route) => (answer ? route.fulfill(answer) : route.abort()));
    await openAddress(page, SHORT);
    await expect(page.getByRole("alert").filter({ hasText: en.links.unchanged })).toContainText(
      en.errors.not_found,
    );
    answer = undefined;
    await openAddress(page, SHORT);
    await expect(page.getByRole("alert").filter({ hasText: en.links.unchanged })).toContainText(
      en.errors.network,
    );
    answer = { json: { experiment: SMALL_DOCUMENT, createdAt: "", expiresAt: "" } };
    await page.getByRole("button", { name: en.app.again }).click();
    await expect(page.getByText(FROM_SMALL)).toBeVisible();
  });
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

test("a kept desk of before links is read as ever", async ({ page }) => {
  await openDesk(page);
  await page.evaluate(
    (text) => localStorage.setItem("fader.desk.old", text),
    writeStoredDesk(deskWith(3, "of old"), "w", 0),
  );
  await openAddress(page, await addressOf(SMALL_DOCUMENT));
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("of old");
  await expect(pane(page, 3)).toBeVisible();
});
