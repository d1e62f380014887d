import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { en, type Messages } from "@/lib/messages/en";
import { fill } from "./texts";

/** Opens the library and waits for what is in it. */
export async function openLibrary(page: Page, texts: Messages = en): Promise<Locator> {
  await page.getByRole("button", { name: texts.desk.library, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: texts.desk.library });
  await dialog.getByRole("button", { name: texts.library.import }).waitFor();
  return dialog;
}

/** Saves the desk under a name that is free, in the open library. */
export async function saveAs(page: Page, name: string, { library }: Messages = en): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: library.name, exact: true }).fill(name);
  await dialog.getByRole("button", { name: library.save }).click();
  await expect(dialog.getByText(fill(library.saved, { name }), { exact: true })).toBeVisible();
  // The list is looked up again, and moves what is below.
  await expect(
    dialog.getByRole("button", { name: fill(library.openNamed, { name }), exact: true }),
  ).toBeVisible();
}

/** The names in the open library, from the top. */
export function names(page: Page): Locator {
  return page.getByRole("dialog").getByRole("region", { name: en.library.list }).locator("li p:first-child");
}

/** Chooses something in the menu of an entry. */
export async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: fill(en.library.menu, { name }) }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** Keeps the library's storage busy, as another tab does that writes much; the function that comes back ends it. */
export async function holdStorage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        Reflect.deleteProperty(window, "letGo");
        const request = indexedDB.open("fader", 1);
        request.addEventListener("success", () => {
          const store = request.result.transaction("entries", "readwrite").objectStore("entries");
          // A transaction lives as long as it is asked for something.
          const hold = () => {
            resolve();
            if (!("letGo" in window)) store.count().addEventListener("success", hold);
          };
          hold();
        });
      }),
  );
  return async () => void (await page.evaluate(() => Object.assign(window, { letGo: true })));
}

/** A file that a test makes. */
export function fileOf(name: string, content: string | Buffer) {
  return { name, mimeType: "application/json", buffer: Buffer.from(content) };
}

/** Imports files through the open library's own button. */
export async function importInto(page: Page, files: ReturnType<typeof fileOf>[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByRole("button", { name: en.library.import }).click();
  await (await chooser).setFiles(files);
}

/** The files that an act has the browser save, with their names. */
export async function downloadsOf(
  page: Page,
  act: () => Promise<void>,
  count = 1,
): Promise<{ name: string; text: string }[]> {
  const files: Promise<{ name: string; text: string }>[] = [];
  page.on("download", (download) => {
    const read = async () => ({
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), "utf8"),
    });
    files.push(read());
  });
  await act();
  await expect.poll(() => files.length).toBe(count);
  return Promise.all(files);
}
