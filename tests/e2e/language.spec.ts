import { expect, test } from "./support/desk-test";
import { openDesk } from "./support/desk";

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the desk speaks the browser's language, and another when asked, without losing work", async ({
    page,
  }) => {
    await openDesk(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page.getByRole("button", { name: "运行", exact: true })).toBeVisible();
    await page.getByRole("textbox", { name: "消息" }).fill("Tell me a joke.");
    await page.getByRole("combobox", { name: "语言" }).selectOption("en");
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("Tell me a joke.");
    await page.reload();
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  });
});

test("the theme is kept and does not flash", async ({ page }) => {
  await openDesk(page);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const response = await page.reload();
  expect(await response?.text()).toContain('data-theme="dark"');
});

test("the page is readable before JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("region", { name: /^Pane 1/ })).toBeVisible();
  await expect(page.getByText("Same prompt, same model, two temperatures.")).toBeVisible();
  await context.close();
});
