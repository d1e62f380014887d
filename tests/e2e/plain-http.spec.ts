import { expect, test as base, type Page } from "@playwright/test";
import { findBrowser } from "@/lib/cli/find-browser";
import { en } from "@/lib/messages/en";
import { FULL_DOCUMENT } from "../unit/links/support";
import { startServer } from "../support/server";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { downloadsOf, names, openLibrary, saveAs } from "./support/library";
import { addressOf, keptDocument, openAddress, openHere, SMALL_DOCUMENT } from "./support/links";
import { scan } from "./support/scan";
import { documentOf, openShare } from "./support/share";
import { fill } from "./support/texts";

/** A name as a school's network might have one: what is served there over plain HTTP is no secure context. */
const HOST = "school.test";
const ORIGIN = `http://${HOST}`;

/** A page in a browser that finds the school's name on this machine, at whatever port the server was given. */
const test = base.extend<{ school: Page }>({
  school: async ({ playwright }, use) => {
    const server = await startServer({ environment: { FADER_PUBLIC_ORIGINS: ORIGIN } });
    const browser = await playwright.chromium.launch({
      executablePath: findBrowser(),
      args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1:${server.port}`, "--disable-dev-shm-usage"],
    });
    const faults: string[] = [];
    const context = await browser.newContext({ baseURL: ORIGIN, locale: "en-US" });
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    await use(page);
    await browser.close();
    await server.stop();
    expect(faults).toEqual([]);
  },
});

// A server and a browser are started for each of them.
test.slow();

test("links open, and one's own desk comes back, where the page is no secure context", async ({ school }) => {
  await openDesk(school);
  expect(await school.evaluate(() => [isSecureContext, location.hostname])).toEqual([false, HOST]);
  expect(await school.evaluate(() => ["randomUUID" in crypto, "subtle" in crypto])).toEqual([false, false]);
  const message = school.getByRole("textbox", { name: "Message" });
  await message.fill("mine");
  await openHere(school, await addressOf(SMALL_DOCUMENT));
  await expect(message).toHaveValue("What color is snow?");
  await run(school);
  await waitForEnd(school, 1);
  await expect(pane(school, 1)).toContainText("complete");
  await school.getByRole("button", { name: en.links.back }).click();
  await expect(message).toHaveValue("mine");
  await openAddress(school, await addressOf(FULL_DOCUMENT));
  await expect(school.getByText(fill(en.links.from, { title: FULL_DOCUMENT.title }))).toBeVisible();
  const { lock: _, hide: __, ...document } = FULL_DOCUMENT;
  expect(await keptDocument(school, "linked")).toEqual(document);
});

test("a link is copied, by hand where the browser forbids it, and a short one made, where the page is no secure context", async ({
  school,
}) => {
  await openDesk(school);
  const message = school.getByRole("textbox", { name: "Message" });
  await message.fill("Tell me a joke.");
  const dialog = await openShare(school);
  const copy = dialog.getByRole("button", { name: en.share.copyLink });
  await copy.click();
  await expect(dialog.getByRole("status")).toContainText("Link copied");
  await expect(copy).toBeFocused();
  await dialog.getByRole("button", { name: en.share.make, exact: true }).click();
  await expect(dialog.getByRole("status")).toHaveText(en.share.made);
  const browser = school.context().browser();
  if (!browser) throw new Error("no browser");
  const url = await scan(browser, dialog.getByRole("img"));
  expect(new URL(url).hostname).toBe(HOST);
  await school.evaluate(() => (document.execCommand = () => false));
  await dialog.getByRole("button", { name: en.share.copyShort }).click();
  const byHand = dialog.getByRole("textbox", { name: en.share.copyByHand });
  await expect(byHand).toHaveValue(url);
  expect(await school.evaluate(() => getSelection()?.toString())).toBe(url);
  await school.keyboard.press("Escape");
  // What was copied first is pasted as a person would.
  await message.fill("");
  await school.keyboard.press("ControlOrMeta+v");
  await expect(message).toHaveValue(/^http/);
  const link = await message.inputValue();
  expect(new URL(link).hostname).toBe(HOST);
  expect((await documentOf(link)).message).toBe("Tell me a joke.");
  await openAddress(school, url);
  await expect(message).toHaveValue("Tell me a joke.");
});

test("the library keeps experiments, tells other tabs and plays answers where the page is no secure context", async ({
  school,
}) => {
  const other = await school.context().newPage();
  await openDesk(other);
  await openLibrary(other);
  await openAddress(school, await addressOf(FULL_DOCUMENT));
  await openLibrary(school);
  await saveAs(school, "Kept");
  await expect(names(other)).toHaveText(["Kept"]);
  const [file] = await downloadsOf(school, () =>
    school.getByRole("button", { name: en.library.exportAll }).click(),
  );
  expect(JSON.parse(file?.text ?? "")).toMatchObject({ experiments: [{ experiment: FULL_DOCUMENT }] });
  await other.getByRole("button", { name: "Open “Kept”" }).click();
  await other.getByRole("button", { name: en.replay.play }).click();
  await expect(pane(other, 2)).toContainText("On the roof.");
});
