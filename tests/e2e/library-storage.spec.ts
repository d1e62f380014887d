import type { Page } from "@playwright/test";
import { expect as plainExpect } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { bundleEngine } from "../support/bundle";
import { times } from "../support/counts";
import { openDesk } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { choose, downloadsOf, fileOf, importInto, names, openLibrary, saveAs } from "./support/library";
import { SMALL_DOCUMENT } from "./support/links";
import type { TabWork } from "./support/library-engine";

const { library } = en;

/** The library's own store in a page, without anything around it. */
async function withEngine(page: Page): Promise<void> {
  await page.goto("/api/health");
  await page.evaluate(
    `${await bundleEngine("tests/e2e/support/library-engine.ts")}; globalThis.engine = engine;`,
  );
}

test("two tabs see each other's changes", async ({ page, context }) => {
  const other = await context.newPage();
  for (const each of [page, other]) {
    await openDesk(each);
    await openLibrary(each);
  }
  await saveAs(page, "From one");
  await expect(names(other)).toHaveText(["From one"]);
  await saveAs(other, "From the other");
  await expect(names(page)).toHaveText(["From the other", "From one"]);
  await choose(page, "From one", library.delete);
  await expect(names(other)).toHaveText(["From the other"]);
  await page.getByRole("dialog").getByRole("button", { name: library.undo }).click();
  await expect(names(other)).toHaveText(["From the other", "From one"]);
});

test("what is no longer there is said to be gone", async ({ page }) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await saveAs(page, "Short-lived");
  // Behind its back: a tab that slept hears of nothing.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("fader", 1);
        request.addEventListener("success", () => {
          const transaction = request.result.transaction(["entries", "documents"], "readwrite");
          for (const store of ["entries", "documents"]) transaction.objectStore(store).clear();
          transaction.addEventListener("complete", () => resolve());
        });
      }),
  );
  await choose(page, "Short-lived", library.duplicate);
  await expect(dialog.getByRole("alert")).toHaveText(library.failures.gone);
  await dialog.getByRole("button", { name: "Open “Short-lived”" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(library.failures.gone);
});

test.describe("tabs at the same time", () => {
  // No page of ours, but of the same origin: it has no icon.
  test.use({ allowedInConsole: /status of 404/ });

  test("lose no entry, and no name is there twice", async ({ page, context }) => {
    // Each act waits until it is on the disk.
    test.slow();
    const tabs = [page, await context.newPage(), await context.newPage()];
    for (const tab of tabs) await withEngine(tab);
    const acts = times(60, 1000);
    const work = await Promise.all(
      tabs.map((tab, index) =>
        tab.evaluate<TabWork>(`engine.workHard("tab${index}", ${index + 1}, ${acts})`),
      ),
    );
    const there = await page.evaluate<[string, string][]>("engine.everything()");
    plainExpect(there.map(([, message]) => message).toSorted()).toEqual(
      work.flatMap(({ kept }) => kept).toSorted(),
    );
    plainExpect(there.length).toBeGreaterThan(acts);
    plainExpect(work.flatMap(({ removed }) => removed).length).toBeGreaterThan(0);
    plainExpect(new Set(there.map(([name]) => name)).size).toBe(there.length);
  });

  test("that would replace the same entry: the second is asked again", async ({ page, context }) => {
    const tabs = [page, await context.newPage()];
    for (const tab of tabs) await withEngine(tab);
    await page.evaluate(`engine.saveNamed("Shared", "first")`);
    for (const [index, tab] of tabs.entries())
      await tab.evaluate(
        `engine.saveNamed("Shared", "tab ${index}").then((found) => { this.found = found; })`,
      );
    const replaced = await Promise.all(
      tabs.map((tab, index) => tab.evaluate<boolean>(`engine.replace(this.found, "tab ${index}")`)),
    );
    plainExpect(replaced.toSorted()).toEqual([false, true]);
    plainExpect(await page.evaluate("engine.everything()")).toEqual([
      ["Shared", `tab ${replaced.indexOf(true)}`],
    ]);
  });
});

test("a full storage is said, nothing is lost, and the desk can be saved as a file", async ({
  page,
  baseURL,
}) => {
  const client = await page.context().newCDPSession(page);
  const origin = baseURL ?? "";
  await client.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await openDesk(page);
  const dialog = await openLibrary(page);
  await dialog.getByRole("button", { name: library.save, exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText(library.failures.full);
  const [file] = await downloadsOf(page, () =>
    dialog.getByRole("button", { name: library.saveFile }).click(),
  );
  plainExpect(file?.name).toBe("Two temperatures.fader.json");
  plainExpect(JSON.parse(file?.text ?? "")).toMatchObject({ fader: 1, title: "Two temperatures" });
  await importInto(page, [fileOf("a.fader.json", JSON.stringify(SMALL_DOCUMENT))]);
  await expect(dialog.getByRole("alert")).toHaveText(library.failures.full);
  await expect(dialog.getByText("Nothing was imported.")).toBeVisible();
  await expect(dialog.getByText(library.none)).toBeVisible();
});

test("a storage that is full in the middle of an act keeps all or nothing of it, and undo waits for room", async ({
  page,
}) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await saveAs(page, "Before");
  // The browser looks at its quota only now and then; so it is played.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    const full = { is: true };
    Object.assign(globalThis, { full });
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      if (full.is && this.name === "entries") throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
  await dialog.getByRole("textbox", { name: library.name, exact: true }).fill("Too much");
  await dialog.getByRole("button", { name: library.save, exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText(library.failures.full);
  await choose(page, "Before", library.delete);
  await expect(names(page)).toHaveCount(0);
  await dialog.getByRole("button", { name: library.undo }).click();
  await expect(dialog.getByRole("alert")).toHaveText(library.failures.full);
  const kept = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("fader", 1);
        request.addEventListener("success", () => {
          const documents = request.result.transaction("documents").objectStore("documents").count();
          documents.addEventListener("success", () => resolve(documents.result));
        });
      }),
  );
  plainExpect(kept).toBe(0);
  await page.evaluate(() => ((globalThis as unknown as { full: { is: boolean } }).full.is = false));
  await dialog.getByRole("button", { name: library.undo }).click();
  await expect(names(page)).toHaveText(["Before"]);
});

for (const [how, script] of Object.entries({
  "there is no IndexedDB": "delete globalThis.indexedDB; delete Window.prototype.indexedDB;",
  "it is forbidden":
    'Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } });',
  "it cannot be opened": `IDBFactory.prototype.open = function () {
    const request = new EventTarget();
    setTimeout(() => request.dispatchEvent(new Event("error")));
    return request;
  };`,
}))
  test(`where ${how} the library says so, and the desk can be saved as a file`, async ({ page }) => {
    await page.addInitScript(script);
    await openDesk(page);
    await page.getByRole("textbox", { name: "Message" }).fill("not lost");
    await page.getByRole("button", { name: en.desk.library, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("alert")).toHaveText(library.failures.unavailable);
    await dialog.getByRole("button", { name: library.save, exact: true }).click();
    await expect(dialog.getByRole("alert")).toHaveText(library.failures.unavailable);
    const [file] = await downloadsOf(page, () =>
      dialog.getByRole("button", { name: library.saveFile }).click(),
    );
    plainExpect(JSON.parse(file?.text ?? "")).toMatchObject({ message: "not lost" });
  });

test("what another Fader kept is counted, not shown and not touched", async ({ page }) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await saveAs(page, "Mine");
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("fader", 1);
        request.addEventListener("success", () => {
          const transaction = request.result.transaction(["entries", "documents"], "readwrite");
          transaction.objectStore("entries").put({ id: "new", title: { text: "of tomorrow" } });
          transaction.objectStore("documents").put({ fader: 9 }, "new");
          const entries = transaction.objectStore("entries").getAll();
          entries.addEventListener("success", () => {
            const [mine] = entries.result.filter(({ id }: { id: string }) => id !== "new") as {
              id: string;
            }[];
            transaction.objectStore("documents").put({ fader: 9 }, mine?.id);
          });
          transaction.addEventListener("complete", () => resolve());
        });
      }),
  );
  await page.keyboard.press("Escape");
  await openLibrary(page);
  await expect(names(page)).toHaveText(["Mine"]);
  await expect(dialog.getByText("One entry was made with another Fader")).toBeVisible();
  await dialog.getByRole("button", { name: "Open “Mine”" }).click();
  await expect(dialog.getByRole("alert")).toContainText("(version 9)");
  await expect(dialog.getByRole("alert")).toContainText("It stays in the library.");
  const files = await downloadsOf(
    page,
    () => dialog.getByRole("button", { name: library.exportAll }).click(),
    0,
  );
  await expect(dialog.getByRole("alert")).toContainText("Not exported: “Mine”");
  plainExpect(files).toEqual([]);
});
