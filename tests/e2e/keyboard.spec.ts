import { expect, test } from "./support/desk-test";
import { openDesk, pane, waitForEnd } from "./support/desk";

test("the whole path by keyboard alone", async ({ page }) => {
  await openDesk(page);
  await page.keyboard.press("F6");
  await expect(page.getByRole("textbox", { name: "Message" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("What color is snow?");
  await page.keyboard.press("Control+Enter");
  await waitForEnd(page, 1);
  await expect(pane(page, 1)).toContainText("Snow is white.");
  await page.keyboard.press("F6");
  await expect(pane(page, 1)).toBeFocused();
  await page.keyboard.press("Alt+2");
  await expect(pane(page, 2)).toBeFocused();
  await page.keyboard.press("F6");
  await expect(page.getByRole("slider", { name: "Temperature" })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(pane(page, 2)).toHaveAccessibleName(/temperature 0$/);
  await page.keyboard.press("Delete");
  await expect(pane(page, 2)).toHaveAccessibleName(/temperature default/);
  await expect(page.getByRole("slider", { name: "Temperature" })).toHaveAttribute(
    "aria-valuetext",
    /default, not sent/,
  );
  await page.keyboard.press("Shift+F6");
  await expect(pane(page, 2)).toBeFocused();
});

test("F enlarges a pane and brings the others back", async ({ page }) => {
  await openDesk(page);
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("f");
  await expect(pane(page, 2)).toHaveCount(0);
  await page.keyboard.press("f");
  await expect(pane(page, 2)).toBeVisible();
  await page.getByRole("textbox", { name: "Message" }).fill("");
  await page.getByRole("textbox", { name: "Message" }).press("f");
  await expect(pane(page, 2)).toBeVisible();
});

test("Enter writes a line, and while an input method composes nothing runs", async ({ page }) => {
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("a");
  await message.press("Enter");
  await expect(message).toHaveValue("a\n");
  let posts = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/run")) posts += 1;
  });
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await message.evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, isComposing: true }),
    ),
  );
  await client.send("Input.insertText", { text: "你" });
  await expect(message).toHaveValue("a\n你");
  expect(posts).toBe(0);
});
