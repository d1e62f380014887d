import { expect, test } from "./support/desk-test";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { test as ownServerTest } from "./support/streaming-test";

test.describe("first visit", () => {
  test("shows the prompt and recorded examples, and runs with one press", async ({ page }) => {
    await openDesk(page);
    await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("Finish: The cat sat on the");
    await expect(pane(page, 1)).toHaveAccessibleName("Pane 1: Sprout, temperature 0.2");
    await expect(pane(page, 2)).toHaveAccessibleName("Pane 2: Sprout, temperature 1.6");
    await expect(pane(page, 1)).toContainText("recorded example");
    await run(page);
    for (const number of [1, 2]) {
      await waitForEnd(page, number);
      await expect(pane(page, number)).not.toContainText("recorded example");
      // At temperature 1.6 anything may come, now and then without an end.
      await expect(pane(page, number)).toContainText(/complete|max tokens reached/);
    }
    await expect(pane(page, 1)).toContainText("The cat sat on the");
  });

  test("says before Run what Sprout cannot read", async ({ page }) => {
    await openDesk(page);
    const warning = page.getByText("Sprout reads only simple English. Try one of these.");
    await expect(warning).toBeHidden();
    await page.getByRole("textbox", { name: "Message" }).fill("请讲一个故事");
    await expect(warning).toBeVisible();
    await page.getByRole("button", { name: "Tell me a story about a fox." }).click();
    await expect(warning).toBeHidden();
  });
});

test.describe("faders", () => {
  test("move one pane, or all together", async ({ page }) => {
    await openDesk(page);
    await page.getByRole("slider", { name: "Temperature" }).fill("0.5");
    await expect(pane(page, 1)).toHaveAccessibleName(/temperature 0.5/);
    await expect(pane(page, 2)).toHaveAccessibleName(/temperature 1.6/);
    await page.getByRole("switch", { name: "Move together" }).click();
    await page.getByRole("slider", { name: "Temperature" }).fill("1");
    await expect(pane(page, 1)).toHaveAccessibleName("Pane 1: Sprout");
    await expect(pane(page, 2)).toHaveAccessibleName("Pane 2: Sprout");
  });

  test("shape what is sent, and the request shows it", async ({ page }) => {
    await openDesk(page);
    await page.getByRole("slider", { name: "Max tokens" }).fill("3");
    await run(page);
    await waitForEnd(page, 1);
    await expect(pane(page, 1)).toContainText("max tokens reached");
    await expect(pane(page, 1)).toContainText(/, 3 out/);
    await pane(page, 1).getByRole("button", { name: "What was sent" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText('"max_tokens": 3');
    await expect(dialog).toContainText('"temperature": 0.2');
    await expect(dialog).not.toContainText("top_p");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
});

test.describe("panes", () => {
  test("go up to eight, and all eight answer", async ({ page }) => {
    // Eight answers of Sprout, and another worker's beside them.
    test.slow();
    await openDesk(page);
    const add = page.getByRole("button", { name: "Add pane" });
    for (let panes = 2; panes < 8; panes += 1) await add.click();
    await expect(add).toBeDisabled();
    await run(page);
    for (let number = 1; number <= 8; number += 1) await waitForEnd(page, number);
  });

  test("run and stop one by one", async ({ page }) => {
    await openDesk(page);
    await pane(page, 2).getByRole("button", { name: "Run pane 2" }).click();
    await waitForEnd(page, 2);
    await expect(pane(page, 1)).toContainText("recorded example");
    await expect(pane(page, 2)).toContainText(/complete|max tokens reached/);
  });

  test("refuse a model nobody here runs, and the other pane goes on", async ({ page }) => {
    await openDesk(page);
    const model = pane(page, 1).getByRole("combobox", { name: "Model" });
    await model.fill("nowhere/model-x");
    await model.press("Enter");
    await run(page);
    await waitForEnd(page, 2);
    await expect(pane(page, 1)).toContainText("failed");
    await expect(pane(page, 2)).toContainText(/complete|max tokens reached/);
  });

  test("can be removed and brought back", async ({ page }) => {
    await openDesk(page);
    await pane(page, 1).getByRole("button", { name: "More for pane 1" }).click();
    await page.getByRole("menuitem", { name: "Remove pane" }).click();
    await expect(pane(page, 1)).toHaveAccessibleName("Pane 1: Sprout");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(pane(page, 2)).toHaveAccessibleName("Pane 2: Sprout, temperature 1.6");
  });
});

test("Run 10 times groups equal answers", async ({ page }) => {
  test.slow();
  await openDesk(page);
  await page.getByRole("slider", { name: "Temperature" }).fill("0");
  await page.getByRole("button", { name: "Run 10 times" }).click();
  await expect(pane(page, 1)).toContainText("10 runs, 1 answer", { timeout: 30_000 });
  await expect(pane(page, 1)).toContainText("Run 10 of 10");
  await expect(pane(page, 2)).toContainText(/10 runs, \d+ different answers/);
});

test("the same dice give the same answer again", async ({ page }) => {
  await openDesk(page);
  await pane(page, 2).getByRole("button", { name: "Run pane 2" }).click();
  await waitForEnd(page, 2);
  const text = await pane(page, 2).locator("p").first().textContent();
  await pane(page, 2).getByRole("button", { name: "Same dice" }).click();
  await pane(page, 2).getByRole("button", { name: "Run pane 2" }).click();
  await waitForEnd(page, 2);
  await expect(pane(page, 2)).toContainText("Run 2 of 2");
  expect(await pane(page, 2).locator("p").first().textContent()).toBe(text);
});

test("a conversation goes on in every pane with its own history", async ({ page }) => {
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("My name is Anna.");
  await run(page);
  for (const number of [1, 2]) await waitForEnd(page, number);
  await expect(message).toHaveValue("");
  await message.fill("What is my name?");
  await run(page);
  await waitForEnd(page, 1);
  await expect(pane(page, 1)).toContainText("Your name is Anna.");
  await expect(pane(page, 1)).toContainText("Nice to meet you, Anna!");
});

test("the system prompt is followed", async ({ page }) => {
  await openDesk(page);
  await page.getByText("System prompt", { exact: true }).click();
  await page.getByRole("textbox", { name: "System prompt" }).fill("Talk like a pirate.");
  await page.getByRole("textbox", { name: "Message" }).fill("What is the capital of Spain?");
  await run(page);
  await waitForEnd(page, 1);
  await expect(pane(page, 1)).toContainText("Arr! The capital of Spain is Madrid, matey!");
});

test.describe("work", () => {
  test("survives a reload", async ({ page }) => {
    await openDesk(page);
    await run(page);
    await waitForEnd(page, 1);
    await page.getByRole("textbox", { name: "Message" }).fill("half a thought");
    await page.getByRole("slider", { name: "Temperature" }).fill("0.7");
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("half a thought");
    await expect(pane(page, 1)).toHaveAccessibleName(/temperature 0.7/);
    await expect(pane(page, 1)).toContainText("The cat sat on the");
    await expect(pane(page, 1)).toContainText("complete");
  });

  test("of two tabs stays apart", async ({ context, page }) => {
    await openDesk(page);
    await page.getByRole("textbox", { name: "Message" }).fill("first tab");
    const second = await context.newPage();
    await openDesk(second);
    await second.getByRole("textbox", { name: "Message" }).fill("second tab");
    await second.reload();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("first tab");
    await expect(second.getByRole("textbox", { name: "Message" })).toHaveValue("second tab");
  });

  test("is brought back after clearing", async ({ page }) => {
    await openDesk(page);
    await run(page);
    await waitForEnd(page, 1);
    await page.getByRole("button", { name: "Clear" }).click();
    await expect(pane(page, 1)).not.toContainText("The cat sat on the");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(pane(page, 1)).toContainText("The cat sat on the");
  });
});

// On a server of its own: other tests' answers are counted too.
ownServerTest("leaves nothing running behind", async ({ page, request }) => {
  await openDesk(page);
  await page.getByRole("textbox", { name: "Message" }).fill("Tell me a story about a fox.");
  const begun = page.waitForResponse("**/api/run");
  await run(page);
  await begun;
  await page.goto("about:blank");
  await expect
    .poll(
      async () =>
        ((await (await request.get("/api/health?detail")).json()) as { sessions?: number }).sessions,
    )
    .toBe(0);
});

test("Run with nothing to say says so", async ({ page }) => {
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill(" ");
  await run(page);
  await expect(page.getByRole("alert").filter({ hasText: "Write a message first." })).toBeVisible();
  await message.fill("Hello.");
  await expect(page.getByText("Write a message first.")).toBeHidden();
});

test("an answer can be read as Markdown and copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDesk(page);
  await page.getByRole("textbox", { name: "Message" }).fill("What color is snow?");
  await run(page);
  await waitForEnd(page, 1);
  await pane(page, 1).getByRole("button", { name: "More for pane 1" }).click();
  await page.getByRole("menuitem", { name: "Show as Markdown" }).click();
  await expect(pane(page, 1).locator(".markdown")).toContainText("Snow is white.");
  await pane(page, 1).getByRole("button", { name: "Copy answer" }).click();
  await expect(pane(page, 1)).toContainText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Snow is white.");
});
