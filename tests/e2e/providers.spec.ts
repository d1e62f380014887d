import type { Page } from "@playwright/test";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { BAD_KEY, expect, GOOD_KEY, test } from "./support/provider-test";

async function useKey(page: Page, key = GOOD_KEY): Promise<void> {
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByLabel("Key for OpenAI").fill(key);
  await page.getByRole("button", { name: "Use", exact: true }).first().click();
}

async function choose(page: Page, number: number, model: string): Promise<void> {
  const box = pane(page, number).getByRole("combobox", { name: "Model" });
  await box.fill(model);
  await box.press("Enter");
}

test("a newcomer adds a key, runs OpenAI beside Sprout, meets a refused temperature and mends it with one press", async ({
  page,
}) => {
  await openDesk(page);
  await choose(page, 2, "openai/gpt-5.6-luna");
  await pane(page, 2).getByRole("button", { name: "Add a key" }).click();
  await page.getByLabel("Key for OpenAI").fill(BAD_KEY);
  await page.getByRole("button", { name: "Use", exact: true }).first().click();
  await expect(page.getByRole("dialog")).toContainText("OpenAI does not accept the key.");
  await page.keyboard.press("Escape");
  await run(page);
  await waitForEnd(page, 2);
  await expect(pane(page, 2)).toContainText("OpenAI does not accept the key.");
  await expect(pane(page, 2)).toContainText("OpenAI says: “Incorrect API key provided: …");
  await pane(page, 2).getByRole("button", { name: "Add a key" }).click();
  await page.getByLabel("Key for OpenAI").fill(GOOD_KEY);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(pane(page, 2)).toContainText("with your key");
  await run(page);
  for (const number of [1, 2]) await waitForEnd(page, number);
  await expect(pane(page, 1)).toContainText("The cat sat on the");
  await expect(pane(page, 2)).toContainText("Hello from upstream.");
  await expect(pane(page, 2)).toContainText("$");
  await expect(pane(page, 2).getByRole("button", { name: "What was sent · 1 left out" })).toBeVisible();

  const faders = page.getByRole("complementary", { name: "Faders" });
  const temperature = faders.getByRole("group", { name: "Temperature", exact: true });
  await expect(temperature).toContainText("takes it only while “Reasoning effort” is “none”");
  await temperature.getByRole("button", { name: "Set Reasoning effort to none" }).click();
  await expect(temperature).not.toContainText("takes it only while");
  await run(page);
  await waitForEnd(page, 2);
  await pane(page, 2).getByRole("button", { name: "What was sent", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText('"temperature": 1.6');
  await expect(dialog).toContainText('"reasoning_effort": "none"');
});

test("a model nobody knows yet refuses the temperature: it is left out, remembered, and can be sent again", async ({
  page,
  providers,
}) => {
  await openDesk(page);
  await useKey(page);
  await page.keyboard.press("Escape");
  await choose(page, 2, "openai/gpt-99");
  await run(page);
  await waitForEnd(page, 2);
  await expect(pane(page, 2)).toContainText("Hello from upstream.");
  const temperature = page.getByRole("group", { name: "Temperature", exact: true });
  await expect(temperature).toContainText("gpt-99 refused it a moment ago");
  const calls = () => providers.fake.seen.filter(({ method }) => method === "POST").length;
  const before = calls();
  await run(page);
  await waitForEnd(page, 2);
  expect(calls() - before).toBe(1);
  await temperature.getByRole("button", { name: "Send it again" }).click();
  await run(page);
  await waitForEnd(page, 2);
  expect(calls() - before).toBe(3);
});

test("a busy provider shows a countdown, a refused value the way back", async ({ page }) => {
  await openDesk(page);
  await useKey(page);
  await page.keyboard.press("Escape");
  await choose(page, 2, "openai/busy");
  await run(page);
  await waitForEnd(page, 2);
  await expect(pane(page, 2).getByRole("button", { name: /Run again in \d seconds/ })).toBeVisible();
  await choose(page, 2, "openai/strict");
  await run(page);
  await waitForEnd(page, 2);
  await expect(pane(page, 2)).toContainText("OpenAI refuses the value of “Temperature” for “strict”.");
  await pane(page, 2).getByRole("button", { name: "Reset Temperature" }).click();
  await expect(pane(page, 2)).toHaveAccessibleName(/strict/);
  await expect(pane(page, 2)).not.toHaveAccessibleName(/temperature 1.6/);
});

test("a key lives in the tab's memory alone, is cleared by its button and gone after a reload", async ({
  page,
}) => {
  await openDesk(page);
  await useKey(page);
  await expect(page.getByText("It works: 2 models.")).toBeVisible();
  await page.getByRole("button", { name: "Clear", exact: true }).last().isDisabled();
  await page.keyboard.press("Escape");
  await choose(page, 2, "openai/gpt-4o-mini");
  await run(page);
  await waitForEnd(page, 2);
  await page.waitForTimeout(1000);
  const kept = await page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      document.body.innerHTML,
      location.href,
    ]),
  );
  expect(kept).not.toContain("CANARY");
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Clear" }).first().click();
  await expect(page.getByRole("dialog")).toContainText("There is no key yet.");
  await page.getByLabel("Key for OpenAI").fill(GOOD_KEY);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("Your key is used.");
  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await expect(pane(page, 2).getByRole("button", { name: "Add a key" })).toBeVisible();
});

test("models are found by typing, with what they cost and when they end; a list that cannot be had says so", async ({
  page,
}) => {
  await openDesk(page);
  const box = pane(page, 2).getByRole("combobox", { name: "Model" });
  await box.click();
  await expect(pane(page, 2)).toContainText("OpenAI: its list cannot be had. There is no key for OpenAI.");
  await page.keyboard.press("Escape");
  await useKey(page);
  await page.keyboard.press("Escape");
  await box.fill("4o");
  const option = page.getByRole("option", { name: /gpt-4o-mini OpenAI/ });
  await expect(option).toContainText("$0.15 in, $0.60 out per million tokens");
  await expect(option).toContainText("ends 2027-01-14");
  await option.click();
  await expect(page.getByText(/2 panes, at most \$/)).toBeVisible();
  await page
    .getByRole("group", { name: "Max tokens" })
    .getByRole("button", { name: "Reset Max tokens" })
    .click();
  await expect(page.getByText(/no ceiling: set max tokens/)).toBeVisible();
});

test.describe("in Chinese on a phone", () => {
  test.use({ locale: "zh-CN", viewport: { width: 360, height: 740 } });
  test("keys and failures are said and nothing scrolls sideways", async ({ page }) => {
    await openDesk(page);
    await page.getByRole("button", { name: "密钥" }).click();
    await expect(page.getByRole("dialog")).toContainText("OpenAI 的密钥");
    await page.keyboard.press("Escape");
    const box = pane(page, 2).getByRole("combobox", { name: "模型" });
    await box.fill("openai/gpt-5.6-luna");
    await box.press("Enter");
    await page.getByRole("button", { name: "运行", exact: true }).click();
    await expect(pane(page, 2)).toContainText("没有 OpenAI 的密钥。");
    const [scroll, client] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(scroll).toBeLessThanOrEqual(client ?? 0);
  });
});
