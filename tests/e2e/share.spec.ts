import type { Page } from "@playwright/test";
import { readLinkFile } from "@/lib/links/link-file";
import { en } from "@/lib/messages/en";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect } from "./support/desk-test";
import { fileOf, importInto, openLibrary } from "./support/library";
import { countRuns, keptDocument, openAddress } from "./support/links";
import { test } from "./support/reachable-test";
import { scan } from "./support/scan";
import { clipboard, documentOf, openShare, savedBy } from "./support/share";
import { fill } from "./support/texts";

const SECRET_PROMPT = "CANARY-prompt: write to li@school.cn with sk-proj-a1B2c3D4e5F6g7H8i9J0";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const message = (page: Page) => page.getByRole("textbox", { name: "Message" });
const ownLinks = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("fader.ownLink.")).length);

test("a link that was copied opens in another browser as it was; answers go along when asked", async ({
  page,
  browser,
  shared,
}) => {
  test.setTimeout(90_000);
  const runs = countRuns(page);
  await openDesk(page);
  await message(page).fill("What color is snow?");
  await run(page);
  for (const number of [1, 2]) await waitForEnd(page, number);
  await message(page).fill("Tell me a joke.");
  const dialog = await openShare(page);
  await expect(dialog.getByRole("radio", { name: en.share.with.none })).toBeChecked();
  await dialog.getByRole("button", { name: en.share.copyLink }).click();
  await expect(dialog.getByRole("status")).toContainText("Link copied");
  const without = await clipboard(page);
  expect(new URL(without).origin).toBe(shared.reachable);
  await dialog.getByRole("radio", { name: /on show/ }).check();
  await dialog.getByRole("button", { name: en.share.copyLink }).click();
  await expect.poll(() => clipboard(page)).not.toBe(without);
  const link = await clipboard(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: en.desk.share, exact: true })).toBeFocused();
  const { panes, ...rest } = await keptDocument(page, "desk");
  expect(await documentOf(without)).toEqual({
    ...rest,
    panes: panes.map(({ answers: _, shown: __, ...each }) => each),
  });
  const document = await documentOf(link);
  expect(document.panes.map(({ answers }) => answers?.length)).toEqual([1, 1]);
  const other = await (await browser.newContext()).newPage();
  await openAddress(other, link.replace(shared.reachable, shared.server.origin));
  await expect(message(other)).toHaveValue("Tell me a joke.");
  await expect(pane(other, 1)).toContainText("Snow is white.");
  expect(await keptDocument(other, "linked")).toEqual(document);
  await other.context().close();
  expect(runs()).toBe(1);
});

test("a file holds what the list says, under the experiment's name, and opens in another browser", async ({
  page,
  browser,
}) => {
  await openDesk(page);
  await page.getByRole("textbox", { name: en.app.title }).fill("Cats: a/b");
  await message(page).fill("Tell me a joke.");
  const dialog = await openShare(page);
  const list = dialog.getByRole("region", { name: en.share.leaves });
  for (const text of ["Cats: a/b", "Tell me a joke.", "built-in/sprout · Temperature 0.2 · Max tokens 120"])
    await expect(list).toContainText(text);
  const { name, text } = await savedBy(page, () =>
    dialog.getByRole("button", { name: en.share.saveFile }).click(),
  );
  expect(name).toBe("Cats a b.fader.json");
  await expect(dialog.getByRole("status")).toContainText(name);
  const read = readLinkFile(text);
  if ("problem" in read) throw new Error(read.problem.code);
  expect(read.document).toMatchObject({ title: "Cats: a/b", message: "Tell me a joke." });
  await page.keyboard.press("Escape");
  const { panes, ...rest } = await keptDocument(page, "desk");
  expect(read.document).toEqual({ ...rest, panes: panes.map(({ answers: _, shown: __, ...each }) => each) });
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await openLibrary(other);
  await importInto(other, [fileOf(name, text)]);
  await other.getByRole("button", { name: fill(en.library.openNamed, { name: "Cats: a/b" }) }).click();
  await expect(message(other)).toHaveValue("Tell me a joke.");
  expect(await keptDocument(other, "linked")).toEqual(read.document);
  await other.context().close();
});

test("a short link is made, read by a phone from its QR code, opened, and deleted", async ({
  page,
  browser,
  shared,
}) => {
  test.setTimeout(90_000);
  await openDesk(page);
  await message(page).fill(SECRET_PROMPT);
  const dialog = await openShare(page);
  await dialog.getByRole("combobox", { name: en.share.keptFor }).selectOption("7");
  await dialog.getByRole("button", { name: en.share.make, exact: true }).click();
  await expect(dialog.getByRole("status")).toHaveText(en.share.made);
  const url = await scan(browser, dialog.getByRole("img"));
  expect(url).toMatch(new RegExp(`^${shared.reachable}/s/[\\w-]{22}$`));
  await expect(dialog.getByText(url, { exact: true })).toBeVisible();
  await expect(dialog.getByRole("img")).toHaveAccessibleName(fill(en.share.qr, { url }));
  const inAWeek = new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(Date.now() + 7 * 86_400_000);
  await expect(dialog).toContainText(fill(en.share.expires, { date: inAWeek }));
  expect(await ownLinks(page)).toBe(1);
  await dialog.getByRole("button", { name: en.share.copyShort }).click();
  await expect(dialog.getByRole("status")).toHaveText(en.share.shortCopied);
  expect(await clipboard(page)).toBe(url);
  const other = await (await browser.newContext()).newPage();
  await openAddress(other, url.replace(shared.reachable, shared.server.origin));
  await expect(message(other)).toHaveValue(SECRET_PROMPT);
  // Another choice is another link.
  await dialog.getByRole("radio", { name: /on show/ }).check();
  await expect(dialog.getByText(en.share.madeBefore)).toBeVisible();
  await dialog.getByRole("button", { name: en.share.delete }).click();
  await expect(dialog.getByRole("status")).toHaveText(en.share.deleted);
  await expect(dialog.getByRole("button", { name: en.share.make, exact: true })).toBeFocused();
  expect(await ownLinks(page)).toBe(0);
  await openAddress(other, url.replace(shared.reachable, shared.server.origin));
  await expect(other.getByText(en.errors.link_unknown)).toBeVisible();
  await other.context().close();
});

test("what looks like a key or an address is said, with where it is", async ({ page }) => {
  await openDesk(page);
  await message(page).fill("Tell me a joke.");
  let dialog = await openShare(page);
  await expect(dialog.getByRole("region", { name: en.share.warning })).toBeHidden();
  await page.keyboard.press("Escape");
  await message(page).fill(SECRET_PROMPT);
  dialog = await openShare(page);
  const warning = dialog.getByRole("region", { name: en.share.warning });
  await expect(warning.getByRole("listitem")).toHaveText([
    "An e-mail address: li@school.cn (Message)",
    "Looks like a key: sk-pro… (Message)",
  ]);
  await expect(dialog.getByRole("button", { name: en.share.copyLink })).toBeEnabled();
});

test("too much for a link is said, with the ways that remain", async ({ page }) => {
  await openDesk(page);
  const long = Array.from({ length: 9000 }, (_, index) => (index * 7919 + (index % 13)).toString(36)).join(
    " ",
  );
  await message(page).fill(long);
  const dialog = await openShare(page);
  await expect(dialog.getByText(/^!?Too long for a link: [\d,]+ characters/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: en.share.copyLink })).toBeDisabled();
  const { text } = await savedBy(page, () => dialog.getByRole("button", { name: en.share.saveFile }).click());
  expect(text).toContain(long);
  await dialog.getByRole("button", { name: en.share.make, exact: true }).click();
  await expect(dialog.getByRole("status")).toHaveText(en.share.made);
});

test("a short link that cannot be made says why; what was chosen stands, and is made the next time", async ({
  page,
}) => {
  await openDesk(page);
  const dialog = await openShare(page);
  await dialog.getByRole("radio", { name: /on show/ }).check();
  const make = dialog.getByRole("button", { name: en.share.make, exact: true });
  const refuse = (status: number, code: string, text: string) =>
    page.route("**/api/links", (route) =>
      route.fulfill({ status, json: { error: { code, message: text } } }),
    );
  await page.route("**/api/links", (route) => route.abort());
  await make.click();
  await expect(dialog.getByRole("alert")).toHaveText(en.share.offline);
  const tooMany = "Too many short links at once. Wait 9 seconds, then try again.";
  for (const [status, code, text] of [
    [429, "too_many_links", tooMany],
    [507, "links_full", en.errors.links_full],
    [507, "storage_full", en.errors.storage_full],
    [401, "sign_in_needed", en.errors.sign_in_needed],
  ] as const) {
    await page.unroute("**/api/links");
    await refuse(status, code, text);
    await make.click();
    await expect(dialog.getByRole("alert")).toContainText(text);
  }
  await expect(dialog.getByRole("link", { name: en.share.signIn })).toHaveAttribute("target", "_blank");
  await page.unroute("**/api/links");
  await expect(dialog.getByRole("radio", { name: /on show/ })).toBeChecked();
  await make.click();
  await expect(dialog.getByRole("status")).toHaveText(en.share.made);
  await expect(dialog.getByRole("alert")).toBeHidden();
});

test("where the browser keeps nothing, the delete key is shown", async ({ page }) => {
  await openDesk(page);
  const dialog = await openShare(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await dialog.getByRole("button", { name: en.share.make, exact: true }).click();
  await expect(dialog.getByText(/note its delete key: [\w-]{22}$/)).toBeVisible();
});
