import type { Page } from "@playwright/test";
import type { LinkDocument } from "@/lib/links/link-document";
import { times } from "../support/counts";
import { FULL_DOCUMENT } from "../unit/links/support";
import { walk, type Look, type State } from "./support/axe";
import { openDesk, pane } from "./support/desk";
import { test } from "./support/desk-test";
import { fileOf, openLibrary, saveAs } from "./support/library";
import { addressOf, openAddress } from "./support/links";
import { fill, SPEECHES } from "./support/texts";

const PHONE = { viewport: { width: 360, height: 740 } };

const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true });

/** Short links as this browser keeps them: one that opens, one that has expired. */
async function keepLinks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const url = `${location.origin}/s/AAAAAAAAAAAAAAAAAAAAAA`;
    const link = { url, title: "Cats", deleteKey: "k" };
    const ends = { opens: "2090-01-01T00:00:00.000Z", expired: "2020-01-01T00:00:00.000Z" };
    for (const [id, expiresAt] of Object.entries(ends))
      localStorage.setItem(`fader.ownLink.${id}`, JSON.stringify({ ...link, id, expiresAt }));
  });
}

const LIBRARY: State[] = [
  [
    "nothing saved",
    async (page, texts) => {
      await keepLinks(page);
      await openDesk(page);
      await openLibrary(page, texts);
      await page.getByText(texts.library.none).waitFor();
    },
  ],
  [
    "two saved",
    async (page, texts) => {
      for (const name of ["One", "Two"]) await saveAs(page, name, texts);
    },
  ],
  [
    "a name that is taken",
    async (page, { library }) => {
      await inDialog(page, library.save).click();
      await inDialog(page, library.keepBoth).waitFor();
    },
  ],
  [
    "no name",
    async (page, { library }) => {
      await page.getByRole("textbox", { name: library.name, exact: true }).fill("");
      await inDialog(page, library.save).click();
      await page.getByText(library.nameNeeded).waitFor();
    },
  ],
  [
    "files that were refused",
    async (page) => {
      await page.locator("input[type=file]").setInputFiles([fileOf("a.json", "no"), fileOf("b.json", "{}")]);
      await page.getByRole("alert").filter({ hasText: "b.json" }).waitFor();
    },
  ],
  [
    "a search without an end",
    (page, { library }) => page.getByRole("searchbox", { name: library.search }).fill("nowhere"),
  ],
  [
    "a menu",
    async (page, { library }) => {
      await page.getByRole("searchbox", { name: library.search }).fill("");
      await inDialog(page, fill(library.menu, { name: "One" })).click();
      await page.getByRole("menu").waitFor();
    },
  ],
  [
    "a new name",
    async (page, { library }) => {
      await page.keyboard.press("Enter");
      await page.getByRole("textbox", { name: fill(library.newName, { name: "One" }) }).fill("Two");
      await page.keyboard.press("Enter");
      await page.getByText(library.nameTaken).waitFor();
    },
  ],
  [
    "something to undo",
    async (page, { library }) => {
      await page.keyboard.press("Escape");
      await inDialog(page, fill(library.menu, { name: "One" })).click();
      await page.getByRole("menuitem", { name: library.delete, exact: true }).click();
      await inDialog(page, library.undo).waitFor();
    },
  ],
  [
    "a short link about to be deleted",
    async (page, { library: { links } }) => {
      await inDialog(page, fill(links.delete, { title: "Cats" })).click();
      await inDialog(page, links.yes).waitFor();
    },
  ],
  [
    "no storage",
    async (page, texts) => {
      await page.addInitScript("delete Window.prototype.indexedDB; delete globalThis.indexedDB;");
      await openDesk(page);
      await page.getByRole("button", { name: texts.desk.library, exact: true }).click();
      await page.getByText(texts.library.failures.unavailable).waitFor();
    },
  ],
];

/** Everything a link can hold, its answers so slow that they still play when axe is through. */
const SLOW: LinkDocument = {
  ...FULL_DOCUMENT,
  panes: FULL_DOCUMENT.panes.map(({ answers, ...each }) => ({
    ...each,
    ...(answers && { answers: answers.map((answer) => ({ ...answer, pace: [600_000, 1] })) }),
  })),
};

const REPLAY: State[] = [
  [
    "recorded answers",
    async (page, { replay }) => {
      await openAddress(page, await addressOf(SLOW));
      await page.getByRole("button", { name: replay.play }).waitFor();
    },
  ],
  [
    "recorded answers that play",
    async (page, { replay }) => {
      await page.getByRole("button", { name: replay.play }).click();
      await pane(page, 2).getByText(replay.playing).waitFor();
    },
  ],
  [
    "a live answer beside them",
    async (page, { pane: texts, replay }) => {
      await page.getByRole("button", { name: fill(texts.run, { number: 1 }) }).click();
      await pane(page, 1).getByText(replay.live, { exact: true }).waitFor();
      await page.locator('[data-pane="1"][data-state="ended"]').waitFor();
    },
  ],
];

const BOTH: readonly Look[] = ["light", "dark"];

for (const [index, { name, locale, texts }] of SPEECHES.entries())
  test.describe(`axe finds nothing, ${name}`, () => {
    test.use({ locale, actionTimeout: 30_000 });
    test.describe.configure({ timeout: 300_000 });
    // Every language in every look in the long run; else English light, Chinese dark.
    const tour = { texts, looks: BOTH.filter((_, place) => times(1, 2) === 2 || place === index % 2) };

    test("in the library", ({ page }) => walk(page, tour, LIBRARY));
    test("in a replay", ({ page }) => walk(page, tour, REPLAY));
    test.describe("on a phone", () => {
      test.use(PHONE);
      test("in the library", ({ page }) => walk(page, tour, LIBRARY));
      test("in a replay", ({ page }) => walk(page, tour, REPLAY));
    });
  });
