import { expect as plainExpect } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { FULL_DOCUMENT } from "../unit/links/support";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { choose, names, openLibrary, saveAs } from "./support/library";
import { addressOf, countRuns, keptDesk, keptDocument, openAddress } from "./support/links";
import { fill, SPEECHES } from "./support/texts";

const { library } = en;
const message = "#message";

for (const { name, locale, texts } of SPEECHES)
  test.describe(`in ${name}`, () => {
    test.use({ locale });

    test("a desk is saved by its title and opens again as it was, with one's own work one press away", async ({
      page,
    }) => {
      const runs = countRuns(page);
      await openAddress(page, await addressOf(FULL_DOCUMENT));
      const before = await keptDocument(page, "linked");
      const dialog = await openLibrary(page, texts);
      await expect(dialog.getByText(texts.library.none)).toBeVisible();
      await expect(dialog.getByRole("textbox", { name: texts.library.name, exact: true })).toHaveValue(
        FULL_DOCUMENT.title,
      );
      await dialog.getByRole("button", { name: texts.library.save }).click();
      await expect(dialog.getByText(fill(texts.library.saved, { name: FULL_DOCUMENT.title }))).toBeVisible();
      await expect(dialog.getByText(/gpt-4o-mini/)).toBeVisible();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: texts.links.begin }).click();
      await page.locator(message).fill("my own work");
      await openLibrary(page, texts);
      const open = fill(texts.library.openNamed, { name: FULL_DOCUMENT.title });
      await page.getByRole("button", { name: open }).click();
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect(
        page.getByText(fill(texts.links.fromLibrary, { title: FULL_DOCUMENT.title })),
      ).toBeVisible();
      plainExpect(await keptDocument(page, "linked")).toEqual(before);
      // What a link locks and hides is kept with it.
      plainExpect((await keptDesk(page, "linked"))?.link).toMatchObject({ lock: FULL_DOCUMENT.lock });
      await page.reload();
      await expect(
        page.getByText(fill(texts.links.fromLibrary, { title: FULL_DOCUMENT.title })),
      ).toBeVisible();
      await page.getByRole("button", { name: texts.links.back }).click();
      await expect(page.locator(message)).toHaveValue("my own work");
      plainExpect(runs()).toBe(0);
    });
  });

test("what is deleted or renamed meanwhile is not asked about any more", async ({ page }) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await saveAs(page, "Riddle");
  await saveAs(page, "Another");
  const question = dialog.getByRole("button", { name: library.replace });
  for (const item of [library.rename, library.delete]) {
    await dialog.getByRole("textbox", { name: library.name, exact: true }).fill("Riddle");
    await dialog.getByRole("button", { name: library.save }).click();
    await expect(question).toBeVisible();
    await choose(page, "Another", library.duplicate);
    await expect(dialog.getByText(fill(library.duplicated, { name: "Another (2)" }))).toBeVisible();
    await choose(page, "Another (2)", library.delete);
    await expect(names(page).filter({ hasText: "Another (2)" })).toHaveCount(0);
    await expect(question).toBeVisible();
    await choose(page, "Riddle", item);
    if (item === library.rename) {
      await dialog
        .getByRole("textbox", { name: fill(library.newName, { name: "Riddle" }) })
        .fill("Old riddle");
      await page.keyboard.press("Enter");
      await expect(question).toBeHidden();
      await saveAs(page, "Riddle");
    }
  }
  await expect(question).toBeHidden();
});

test("a name that is taken is asked about: nothing is written over in silence, and what was can be had back", async ({
  page,
}) => {
  await openDesk(page);
  await page.locator(message).fill("first");
  const dialog = await openLibrary(page);
  await saveAs(page, "Riddle");
  const save = async (text: string, answer: string) => {
    await page.keyboard.press("Escape");
    await page.locator(message).fill(text);
    await openLibrary(page);
    await dialog.getByRole("textbox", { name: library.name, exact: true }).fill(" Riddle ");
    await dialog.getByRole("button", { name: library.save }).click();
    await expect(dialog.getByRole("alert")).toContainText("“Riddle” is there already");
    await dialog.getByRole("button", { name: answer }).click();
    await expect(dialog.getByRole("button", { name: answer })).toBeHidden();
  };
  await save("second", library.keepBoth);
  await expect(names(page)).toHaveText(["Riddle (2)", "Riddle"]);
  await save("third", library.replace);
  await expect(names(page)).toHaveText(["Riddle", "Riddle (2)"]);
  await expect(dialog.getByText("third")).toBeVisible();
  await expect(dialog.getByText("first")).toBeHidden();
  await dialog.getByRole("button", { name: library.undo }).click();
  await expect(names(page)).toHaveText(["Riddle", "Riddle (2)", "Riddle (3)"]);
  await expect(dialog.getByText("first")).toBeVisible();
  await save("third", library.keepBoth);
  await expect(dialog.getByText(fill(library.sameThere, { name: "Riddle" }))).toBeVisible();
  await expect(names(page)).toHaveCount(3);
});

test("an opened one is saved under its own name", async ({ page }) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await saveAs(page, "Kept as this");
  await page.getByRole("button", { name: "Open “Kept as this”" }).click();
  await expect(page.locator("[data-link]")).toBeVisible();
  await openLibrary(page);
  await expect(dialog.getByRole("textbox", { name: library.name, exact: true })).toHaveValue("Kept as this");
});

test("entries are renamed, duplicated, deleted and had back", async ({ page }) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await saveAs(page, "One");
  await saveAs(page, "Two");
  await choose(page, "One", library.rename);
  const field = dialog.getByRole("textbox", { name: fill(library.newName, { name: "One" }) });
  await expect(field).toBeFocused();
  await field.fill("Two");
  await field.press("Enter");
  await expect(dialog.getByText(library.nameTaken)).toBeVisible();
  await field.fill("  ");
  await field.press("Enter");
  await expect(dialog.getByText(library.nameNeeded)).toBeVisible();
  await field.fill("Eins");
  await field.press("Enter");
  await expect(names(page)).toHaveText(["Two", "Eins"]);
  await choose(page, "Eins", library.rename);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await choose(page, "Eins", library.duplicate);
  await expect(names(page)).toHaveText(["Eins (2)", "Two", "Eins"]);
  await choose(page, "Two", library.delete);
  // The notice comes and the row goes: what is below moves.
  await expect(names(page)).toHaveText(["Eins (2)", "Eins"]);
  await expect(dialog.getByRole("button", { name: library.undo })).toBeFocused();
  await choose(page, "Eins", library.delete);
  await expect(names(page)).toHaveText(["Eins (2)"]);
  await expect(dialog.getByRole("button", { name: library.undo })).toBeFocused();
  // It can be had back as long as the page is open, the last one first.
  await page.keyboard.press("Escape");
  await openLibrary(page);
  await dialog.getByRole("button", { name: library.undo }).click();
  await expect(names(page)).toHaveText(["Eins (2)", "Eins"]);
  await dialog.getByRole("button", { name: library.undo }).click();
  await expect(names(page)).toHaveText(["Eins (2)", "Two", "Eins"]);
  await expect(dialog.getByRole("button", { name: library.undo })).toBeHidden();
});

test("a search finds by name, model and question", async ({ page }) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  for (const name of ["Cats", "Dogs", "Café"]) await saveAs(page, name);
  const search = dialog.getByRole("searchbox", { name: library.search });
  await search.fill("cat");
  // All of them ask how the cat's sentence ends.
  await expect(names(page)).toHaveCount(3);
  await search.fill("dogs sprout");
  await expect(names(page)).toHaveText(["Dogs"]);
  await expect(dialog.getByText("1 of 3")).toBeVisible();
  await search.fill("horse");
  await expect(dialog.getByText(library.noneFound)).toBeVisible();
});

test("answers are saved with their pace; what is still being written is said to be left out", async ({
  page,
}) => {
  await openDesk(page);
  for (let press = 0; press < 2; press += 1) {
    await run(page);
    await waitForEnd(page, 1);
    await waitForEnd(page, 2);
  }
  const before = await keptDocument(page, "desk");
  await openLibrary(page);
  await saveAs(page, "With answers");
  await page.getByRole("button", { name: "Open “With answers”" }).click();
  await expect(pane(page, 1)).toContainText(en.replay.playOne);
  plainExpect(await keptDocument(page, "linked")).toEqual(before);
});

test("everything can be done by keyboard alone, and focus is never lost", async ({ page }) => {
  await openDesk(page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.locator(":focus");
  const goTo = async (label: string) => {
    for (let tabs = 0; tabs < 15; tabs += 1) {
      if ((await focused().getAttribute("aria-label")) === label) return;
      await press("Tab");
    }
  };
  await page.getByRole("button", { name: en.desk.library, exact: true }).focus();
  await press("Enter");
  await expect(page.getByRole("button", { name: library.import })).toBeVisible();
  await expect(page.getByRole("button", { name: en.desk.close })).toBeFocused();
  await press("Tab");
  await page.keyboard.type("By keys");
  await press("Enter");
  await expect(names(page)).toHaveText(["By keys"]);
  await press("Enter");
  await expect(page.getByRole("button", { name: library.replace })).toBeVisible();
  await press("Tab", "Tab", "Enter");
  await expect(page.getByRole("button", { name: library.undo })).toBeVisible();
  await expect(focused()).toHaveText(library.save);
  await goTo("More for “By keys”");
  await press("Enter", "ArrowDown", "Enter");
  await expect(names(page)).toHaveText(["By keys (2)", "By keys"]);
  await expect(focused()).toHaveAttribute("aria-label", "More for “By keys”");
  await press("Enter", "Enter");
  await page.keyboard.type("Renamed");
  await press("Enter");
  await expect(names(page)).toHaveText(["By keys (2)", "Renamed"]);
  await expect(focused()).toHaveAttribute("aria-label", "More for “Renamed”");
  await press("Enter", "End", "Enter");
  await expect(names(page)).toHaveText(["By keys (2)"]);
  await expect(focused()).toHaveText(library.undo);
  await press("Enter");
  await expect(names(page)).toHaveText(["By keys (2)", "Renamed"]);
  await expect(focused()).toHaveText(library.undo);
  await press("Enter");
  await expect(names(page)).toHaveText(["By keys (2)", "Renamed", "By keys"]);
  await expect(focused()).toHaveCount(1);
  // Escape closes a menu, then the dialog, and focus is where it was.
  await goTo("More for “By keys (2)”");
  await press("Enter", "Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(page.getByRole("dialog")).toBeVisible();
  await press("Shift+Tab", "Enter");
  await expect(page.getByText(fill(en.links.fromLibrary, { title: "By keys (2)" }))).toBeVisible();
  await expect(page.getByRole("button", { name: en.desk.library, exact: true })).toBeFocused();
});
