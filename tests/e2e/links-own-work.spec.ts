import { expect as plainExpect, type Page } from "@playwright/test";
import type { LinkDocument } from "@/lib/links/link-document";
import { en } from "@/lib/messages/en";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import { deskWith } from "../unit/playground/support";
import { nextFrame, openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import {
  addressOf,
  countRuns,
  keepNow,
  keptDesk,
  openAddress,
  openHere,
  SMALL_DOCUMENT,
} from "./support/links";
import { fill } from "./support/texts";

const FROM_SMALL = fill(en.links.from, { title: "A riddle" });

test("a link opens over one's own work, which comes back, also after a reload", async ({ page }) => {
  const runs = countRuns(page);
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("half a thought");
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(message).toHaveValue("What color is snow?");
  plainExpect((await keptDesk(page, "desk"))?.experiment.message).toBe("half a thought");
  await page.reload();
  await expect(message).toHaveValue("What color is snow?");
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(message).toHaveValue("half a thought");
  await expect(page.getByText(FROM_SMALL)).toBeHidden();
  await message.fill("a whole thought");
  await page.reload();
  await expect(message).toHaveValue("a whole thought");
  plainExpect(runs()).toBe(0);
});

test("who went back by mistake undoes it, and neither desk takes the other's place", async ({ page }) => {
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("mine");
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await message.fill("theirs, edited");
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(message).toHaveValue("mine");
  await message.fill("mine, edited");
  await page.getByRole("button", { name: en.desk.undo }).click();
  await expect(message).toHaveValue("theirs, edited");
  plainExpect((await keptDesk(page, "desk"))?.experiment.message).toBe("mine, edited");
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(message).toHaveValue("mine, edited");
  plainExpect((await keptDesk(page, "desk"))?.experiment.message).toBe("mine, edited");
});

test("however many links are opened, a new tab begins with what was worked on, and one's own desk is there", async ({
  page,
  context,
}) => {
  test.setTimeout(90_000);
  const message = (tab: Page) => tab.getByRole("textbox", { name: "Message" });
  await openDesk(page);
  await message(page).fill("mine");
  await keepNow(page);
  const edited = await context.newPage();
  await openAddress(edited, await addressOf(SMALL_DOCUMENT));
  await message(edited).fill("an hour of work");
  await keepNow(edited);
  await edited.close();
  for (let count = 0; count < 11; count += 1) {
    const tab = await context.newPage();
    await openAddress(tab, await addressOf({ ...SMALL_DOCUMENT, message: `link ${count}` }));
    await expect(message(tab)).toHaveValue(`link ${count}`);
    await tab.close();
  }
  const later = await context.newPage();
  await openDesk(later);
  await expect(message(later)).toHaveValue("an hour of work");
  await expect(later.getByText(FROM_SMALL)).toBeVisible();
  await later.getByRole("button", { name: en.links.back }).click();
  await expect(message(later)).toHaveValue("mine");
  const kept = await later.evaluate(
    () => Object.keys(localStorage).filter((key) => key.startsWith("fader.linked.")).length,
  );
  plainExpect(kept).toBeLessThanOrEqual(4);
});

test("in a full storage, links that were let be make room for work", async ({ page, context }) => {
  const message = (tab: Page) => tab.getByRole("textbox", { name: "Message" });
  await openDesk(page);
  await message(page).fill("mine");
  await keepNow(page);
  const large: LinkDocument = { ...SMALL_DOCUMENT, system: "cat ".repeat(24_000) };
  const tab = await context.newPage();
  await openAddress(tab, await addressOf(large));
  await expect(message(tab)).toHaveValue(SMALL_DOCUMENT.message);
  await tab.close();
  await page.evaluate(() => {
    let size = 4_000_000;
    for (let at = 0; size > 1000; at += 1)
      try {
        localStorage.setItem(`filler${at}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
  });
  await message(page).fill("mine, and more than there is room for: ".repeat(100));
  plainExpect((await keptDesk(page, "desk"))?.experiment.message).toMatch(/^mine, and more/);
  // Until it would say so.
  await nextFrame(page);
  await expect(page.getByText(en.desk.storage.full)).toBeHidden();
});

test("a run that is going when a link is opened keeps what had come", async ({ page }) => {
  await openDesk(page);
  await page.getByRole("textbox", { name: "Message" }).fill("Tell me a story about a fox.");
  await run(page);
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await page.getByRole("button", { name: en.links.back }).click();
  for (const number of [1, 2]) await expect(pane(page, number)).toHaveAttribute("data-state", "ended");
  await run(page);
  await expect(pane(page, 1)).toContainText("Run 2 of 2");
  await waitForEnd(page, 1);
});

test("a kept desk of before links is read as ever", async ({ page }) => {
  await openDesk(page);
  await page.evaluate(
    (text) => localStorage.setItem("fader.desk.old", text),
    writeStoredDesk(deskWith(3, "of old"), "w", 0),
  );
  await openAddress(page, await addressOf(SMALL_DOCUMENT));
  await page.getByRole("button", { name: en.links.back }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("of old");
  await expect(pane(page, 3)).toBeVisible();
});
