import { expect as plainExpect } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import { deskWith } from "../unit/playground/support";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { addressOf, countRuns, keptDesk, openAddress, openHere, SMALL_DOCUMENT } from "./support/links";
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

test("however many links are opened, a new tab begins with one's own work, unless the link's became work", async ({
  page,
  context,
}) => {
  test.setTimeout(90_000);
  await openDesk(page);
  await page.getByRole("textbox", { name: "Message" }).fill("mine");
  await page.waitForTimeout(1000);
  for (let count = 0; count < 11; count += 1) {
    const tab = await context.newPage();
    await openAddress(tab, await addressOf({ ...SMALL_DOCUMENT, message: `link ${count}` }));
    await expect(tab.getByRole("textbox", { name: "Message" })).toHaveValue(`link ${count}`);
    await tab.close();
  }
  const tab = await context.newPage();
  await openDesk(tab);
  await expect(tab.getByRole("textbox", { name: "Message" })).toHaveValue("mine");
  await openHere(tab, await addressOf(SMALL_DOCUMENT));
  await expect(tab.getByText(FROM_SMALL)).toBeVisible();
  await tab.getByRole("textbox", { name: "Message" }).fill("an hour of work");
  await tab.close({ runBeforeUnload: true });
  await page.waitForTimeout(500);
  const later = await context.newPage();
  await openDesk(later);
  await expect(later.getByRole("textbox", { name: "Message" })).toHaveValue("an hour of work");
  await later.getByRole("button", { name: en.links.back }).click();
  await expect(later.getByRole("textbox", { name: "Message" })).toHaveValue("mine");
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
