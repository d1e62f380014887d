import { en } from "@/lib/messages/en";
import { openWholeDesk } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { holdScripts } from "./support/held-scripts";

test("values that are asked for late take nobody away from what is typed meanwhile", async ({ page }) => {
  await openWholeDesk(page);
  const release = await holdScripts(page);
  const message = page.getByRole("textbox", { name: en.desk.message, exact: true });
  await message.fill("About {{topic}}");
  await message.press("Control+Enter");
  await page.keyboard.type(" and");
  release();
  const value = page.getByRole("textbox", { name: "Value of topic" });
  await expect(value).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.type(" more");
  await expect(message).toHaveValue("About {{topic}} and more");
  await message.press("Control+Enter");
  await expect(value).toBeFocused();
});
