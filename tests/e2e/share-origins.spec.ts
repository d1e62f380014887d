import { test as browserTest } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { openDesk } from "./support/desk";
import { expect } from "./support/desk-test";
import { test } from "./support/reachable-test";
import { clipboard, openShare } from "./support/share";
import { fill } from "./support/texts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a link is copied once it is known where others reach it, or the server does not say", async ({
  page,
  shared,
}) => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  let isSilent = false;
  await page.route("**/api/origins", async (route) => {
    // One that never answers, and one that takes its time.
    if (isSilent) return;
    await asked;
    await route.continue();
  });
  await openDesk(page);
  // The page waits for two seconds; on a busy machine what it shows meanwhile is seen later than that.
  await page.evaluate(() => {
    const { timeout } = AbortSignal;
    AbortSignal.timeout = () => {
      AbortSignal.timeout = timeout;
      return new AbortController().signal;
    };
  });
  const copy = async () => {
    const dialog = await openShare(page);
    const button = dialog.getByRole("button", { name: en.share.copyLink });
    if (!isSilent) await expect(button).toBeDisabled();
    answer();
    await button.click();
    await expect(dialog.getByRole("status")).toContainText("Link copied");
    await page.keyboard.press("Escape");
    return new URL(await clipboard(page)).origin;
  };
  expect(await copy()).toBe(shared.reachable);
  isSilent = true;
  expect(await copy()).toBe(shared.server.origin);
});

browserTest("a server that nobody else reaches has no QR code, and says what to do", async ({ page }) => {
  await openDesk(page);
  const dialog = await openShare(page);
  await expect(dialog.getByText(en.share.thisMachine)).toBeVisible();
  await dialog.getByRole("button", { name: en.share.make, exact: true }).click();
  await expect(dialog.getByText(fill(en.share.noQr, { command: "npm start -- --lan" }))).toBeVisible();
  await expect(dialog.getByRole("img")).toBeHidden();
  await dialog.getByRole("button", { name: en.share.delete }).click();
  await expect(dialog.getByRole("status")).toHaveText(en.share.deleted);
});
