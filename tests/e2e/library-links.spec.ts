import { expect as plainExpect, type Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import type { CreatedLink } from "@/lib/links/short-link";
import { openDesk } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { openLibrary } from "./support/library";
import { SMALL_DOCUMENT } from "./support/links";
import { fill } from "./support/texts";

const { links } = en.library;
const names = { title: "A riddle" };

/** Makes a short link, and has the browser remember it as its own. */
async function makeOwn(page: Page, expiresAt?: string): Promise<CreatedLink> {
  const response = await page.request.post("/api/links", { data: { experiment: SMALL_DOCUMENT } });
  const made = (await response.json()) as CreatedLink;
  await page.evaluate((link) => localStorage.setItem(`fader.ownLink.${link.id}`, JSON.stringify(link)), {
    ...made,
    ...(expiresAt ? { expiresAt } : {}),
    title: SMALL_DOCUMENT.title,
  });
  return made;
}

test("short links that were made here are listed, copied and deleted for everyone", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDesk(page);
  const { id, url } = await makeOwn(page);
  const dialog = await openLibrary(page);
  await expect(dialog.getByRole("region", { name: links.title })).toContainText(url);
  await dialog.getByRole("button", { name: fill(links.copy, names) }).click();
  await expect(dialog.getByText(links.copied)).toBeVisible();
  plainExpect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  const remove = dialog.getByRole("button", { name: fill(links.delete, names) });
  // Once may be a slip.
  await remove.click();
  await expect(dialog.getByRole("alert")).toHaveText(links.sure);
  await remove.click();
  await expect(dialog.getByRole("alert")).toBeHidden();
  plainExpect((await page.request.get(`/api/links/${id}`)).status()).toBe(200);
  await remove.click();
  await dialog.getByRole("button", { name: links.yes, exact: true }).click();
  await expect(dialog.getByText(fill(links.deleted, names))).toBeVisible();
  await expect(dialog.getByText(url)).toBeHidden();
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", links.title);
  plainExpect((await page.request.get(`/api/links/${id}`)).status()).toBe(404);
  plainExpect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("ownLink"))),
  ).toEqual([]);
});

test("one that has expired is only taken off the list; a broken note of one is passed over", async ({
  page,
}) => {
  await openDesk(page);
  await makeOwn(page, "2020-01-01T00:00:00.000Z");
  await page.evaluate(() => {
    localStorage.setItem("fader.ownLink.x", "{");
    localStorage.setItem(
      "fader.ownLink.y",
      JSON.stringify({ id: "y", url: "/", title: "", deleteKey: "", expiresAt: "soon" }),
    );
  });
  const dialog = await openLibrary(page);
  const list = dialog.getByRole("region", { name: links.title });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list).toContainText("expired on Jan 1, 2020");
  await list.getByRole("button", { name: fill(links.forget, names) }).click();
  await expect(list).toBeHidden();
});

test.describe("a server that cannot be reached", () => {
  test.use({ allowedInConsole: /Failed to load resource/ });

  test("is said, and the link stays listed", async ({ page, context }) => {
    await openDesk(page);
    const { url } = await makeOwn(page);
    const dialog = await openLibrary(page);
    await context.setOffline(true);
    await dialog.getByRole("button", { name: fill(links.delete, names) }).click();
    await dialog.getByRole("button", { name: links.yes, exact: true }).click();
    await expect(dialog.getByText(en.errors.network)).toBeVisible();
    await context.setOffline(false);
    await dialog.getByRole("button", { name: links.yes, exact: true }).click();
    await expect(dialog.getByText(url)).toBeHidden();
  });
});
