import { en } from "@/lib/messages/en";
import { openDesk } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { choose, holdStorage, names, openLibrary, saveAs } from "./support/library";
import { fill } from "./support/texts";

const { library } = en;

test("a deletion that takes its time leaves focus to a menu that was opened meanwhile", async ({ page }) => {
  await openDesk(page);
  await openLibrary(page);
  await saveAs(page, "Slow to go");
  await saveAs(page, "Stays");
  const letGo = await holdStorage(page);
  await choose(page, "Slow to go", library.delete);
  await page.getByRole("button", { name: fill(library.menu, { name: "Stays" }) }).click();
  await expect(names(page)).toHaveText(["Stays", "Slow to go"]);
  await letGo();
  await expect(names(page)).toHaveText(["Stays"]);
  await expect(page.getByRole("menuitem", { name: library.rename })).toBeFocused();
});

test("an act that takes its time is done once, though its button is pressed twice", async ({ page }) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await saveAs(page, "Once");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: en.desk.message, exact: true }).fill("Another question.");
  await openLibrary(page);
  await dialog.getByRole("textbox", { name: library.name, exact: true }).fill("Once");
  await dialog.getByRole("button", { name: library.save, exact: true }).click();
  const keepBoth = dialog.getByRole("button", { name: library.keepBoth });
  await expect(keepBoth).toBeVisible();
  const keepLetGo = await holdStorage(page);
  await keepBoth.dblclick();
  await keepLetGo();
  await expect(names(page)).toHaveText(["Once (2)", "Once"]);
  await choose(page, "Once (2)", library.delete);
  const undo = dialog.getByRole("button", { name: library.undo });
  await expect(undo).toBeFocused();
  const undoLetGo = await holdStorage(page);
  await undo.dblclick();
  await undoLetGo();
  await expect(dialog.getByText(fill(library.back, { name: "Once (2)" }))).toBeVisible();
  await expect(names(page)).toHaveText(["Once (2)", "Once"]);
  await expect(page.locator(":focus")).toHaveCount(1);
});
