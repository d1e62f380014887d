import { closeSync, mkdtempSync, openSync, ftruncateSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect as plainExpect, type Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { FULL_DOCUMENT } from "../unit/links/support";
import { openDesk } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { choose, downloadsOf, fileOf, importInto, names, openLibrary, saveAs } from "./support/library";
import { countRuns, SMALL_DOCUMENT } from "./support/links";

const { library } = en;

const SMALL = fileOf("small.fader.json", JSON.stringify(SMALL_DOCUMENT));
const exportAll = (page: Page) =>
  downloadsOf(page, () => page.getByRole("button", { name: library.exportAll }).click());

test("all experiments come back from one file exactly, in another browser, and twice is no more than once", async ({
  page,
  browser,
}) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await importInto(page, [SMALL, fileOf("full.fader.json", JSON.stringify(FULL_DOCUMENT, null, 2))]);
  await expect(dialog.getByText("2 experiments were imported.")).toBeVisible();
  await saveAs(page, "Two temperatures");
  const [file] = await exportAll(page);
  plainExpect(file?.name).toMatch(/^fader-library-\d{4}-\d\d-\d\d\.fader\.json$/);
  await expect(dialog.getByText("3 experiments were exported.")).toBeVisible();
  const { experiments } = JSON.parse(file?.text ?? "") as { experiments: { experiment: object }[] };
  plainExpect(experiments.map(({ experiment }) => experiment).slice(1)).toEqual(
    plainExpect.arrayContaining([SMALL_DOCUMENT, FULL_DOCUMENT]),
  );
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await openLibrary(other);
  await importInto(other, [fileOf("all.fader.json", file?.text ?? "")]);
  await expect(names(other)).toHaveCount(3);
  const [again] = await exportAll(other);
  plainExpect(again?.text).toBe(file?.text);
  await importInto(other, [fileOf("all.fader.json", file?.text ?? "")]);
  await expect(other.getByText("Nothing was imported. 3 were there already.")).toBeVisible();
  await expect(names(other)).toHaveCount(3);
  await other.context().close();
});

test("one experiment comes back from its file exactly", async ({ page }) => {
  await openDesk(page);
  await openLibrary(page);
  await importInto(page, [fileOf("full.fader.json", JSON.stringify(FULL_DOCUMENT))]);
  await choose(page, FULL_DOCUMENT.title, library.rename);
  await page.keyboard.type("a/b: c?");
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["a/b: c?"]);
  const [file] = await downloadsOf(page, () => choose(page, "a/b: c?", library.export));
  plainExpect(file?.name).toBe("a b c.fader.json");
  plainExpect(JSON.parse(file?.text ?? "")).toEqual(FULL_DOCUMENT);
});

test("files are dropped anywhere while the library is open", async ({ page }) => {
  await openDesk(page);
  await openLibrary(page);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.fader.json"));
    return transfer;
  }, JSON.stringify(SMALL_DOCUMENT));
  const body = page.locator("body");
  // A hand that drags goes on saying that it is there.
  await expect(async () => {
    await body.dispatchEvent("dragover", { dataTransfer: data });
    await expect(page.getByText(library.dropHere)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await body.dispatchEvent("drop", { dataTransfer: data });
  await expect(names(page)).toHaveText(["A riddle"]);
  await expect(page.getByText(library.drop)).toBeVisible();
});

test("hostile files are named with what is wrong, and what is good beside them is imported", async ({
  page,
}) => {
  const runs = countRuns(page);
  await openDesk(page);
  const dialog = await openLibrary(page);
  const small = JSON.stringify(SMALL_DOCUMENT);
  const item = (name: string, experiment: unknown) => ({ name, savedAt: 1, experiment });
  const script = "<img src=x onerror=\"document.title='owned'\">";
  await importInto(page, [
    fileOf("polluted.fader.json", small.replace("{", '{"__proto__":{"owned":true},')),
    fileOf("deep.json", "[".repeat(200_000)),
    fileOf("picture.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])),
    fileOf("newer.fader.json", JSON.stringify({ ...SMALL_DOCUMENT, fader: 2 })),
    fileOf("key.fader.json", JSON.stringify({ ...SMALL_DOCUMENT, key: "sk-1" })),
    fileOf(`${script}.fader.json`, "{}"),
    fileOf(
      "mixed.fader.json",
      JSON.stringify({
        faderLibrary: 1,
        experiments: [
          item(script, { ...SMALL_DOCUMENT, title: script, message: script }),
          item("Bad", { ...SMALL_DOCUMENT, panes: [] }),
          item("Auto", { ...SMALL_DOCUMENT, run: true }),
        ],
      }),
    ),
    SMALL,
  ]);
  await expect(names(page)).toHaveText(["A riddle", script]);
  const told = await dialog.getByRole("alert").locator("span").allTextContents();
  plainExpect(told).toEqual([
    "Not imported: “polluted.fader.json”. “__proto__” is a key that is not allowed anywhere. Rename it.",
    `Not imported: “deep.json”. ${library.problems.notAFile}`,
    `Not imported: “picture.json”. ${library.problems.notAFile}`,
    plainExpect.stringContaining("“newer.fader.json”. It was made with a newer Fader (version 2)"),
    "Not imported: “key.fader.json”. “key” is not a field that is known here. Remove it.",
    plainExpect.stringContaining(library.problems.notAFile),
    "Not imported: “Bad” in “mixed.fader.json”. “panes” must have at least 1 entry.",
    "Not imported: “Auto” in “mixed.fader.json”. “run” is not a field that is known here. Remove it.",
  ]);
  await expect(dialog.getByText("2 experiments were imported.")).toBeVisible();
  await dialog.getByRole("button", { name: `Open “${script}”` }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue(script);
  plainExpect(await page.evaluate(() => ({}) as { owned?: boolean })).toEqual({});
  plainExpect(await page.title()).not.toBe("owned");
  plainExpect(runs()).toBe(0);
});

test("a file of 100 MB is refused before a byte of it is read", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "fader-"));
  const path = join(folder, "huge.fader.json");
  const file = openSync(path, "w");
  ftruncateSync(file, 100 * 1024 * 1024);
  closeSync(file);
  await openDesk(page);
  const dialog = await openLibrary(page);
  await page.evaluate(() => {
    for (const way of ["arrayBuffer", "text", "stream", "slice"] as const)
      Blob.prototype[way] = () => {
        throw new Error("read");
      };
  });
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(dialog.getByRole("alert")).toContainText(
    "“huge.fader.json”. It is too large: at most 32 MB can be read.",
  );
  rmSync(folder, { recursive: true });
});

test("many faults are named up to a point", async ({ page }) => {
  await openDesk(page);
  const dialog = await openLibrary(page);
  await importInto(
    page,
    Array.from({ length: 30 }, (_, index) => fileOf(`bad-${index}.json`, "no")),
  );
  await expect(dialog.getByRole("alert")).toContainText("“bad-7.json”");
  await expect(dialog.getByRole("alert")).toContainText("And 22 more.");
  await expect(dialog.getByRole("alert")).not.toContainText("“bad-8.json”");
});
