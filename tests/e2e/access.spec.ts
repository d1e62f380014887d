import { expectNoViolations } from "./support/axe";
import { expect, test } from "./support/desk-test";
import { openDesk, pane, run, waitForEnd } from "./support/desk";

for (const theme of ["light", "dark"] as const) {
  test.describe(`axe, ${theme}`, () => {
    test.use({ colorScheme: theme });

    test("finds nothing on the first visit, while streaming, when done and after an error", async ({
      page,
    }) => {
      await openDesk(page);
      await expectNoViolations(page, "first visit");
      await page.getByRole("textbox", { name: "Message" }).fill("Tell me a story about a fox.");
      await run(page);
      await expectNoViolations(page, "streaming or done");
      for (const number of [1, 2]) await waitForEnd(page, number);
      await expectNoViolations(page, "done");
      await page.getByText("System prompt", { exact: true }).click();
      await page.getByText("Earlier turns", { exact: true }).click();
      await page.getByText(/^More faders/).click();
      await page.getByText(/^Not for Sprout/).click();
      await expectNoViolations(page, "everything unfolded");
      await pane(page, 1).getByRole("button", { name: "What was sent" }).click();
      await expectNoViolations(page, "dialog");
      await page.keyboard.press("Escape");
      const model = pane(page, 1).getByRole("combobox", { name: "Model" });
      await model.fill("nowhere/x");
      await model.press("Enter");
      await pane(page, 1).getByRole("button", { name: "Run pane 1" }).click();
      await waitForEnd(page, 1);
      await expectNoViolations(page, "error");
    });

    test("finds nothing on a phone, with the faders open", async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await openDesk(page);
      await expectNoViolations(page, "phone");
      await page.getByRole("button", { name: /^Faders/ }).click();
      await expectNoViolations(page, "phone, faders");
    });
  });
}

test("nothing scrolls sideways at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openDesk(page);
  await run(page);
  await waitForEnd(page, 1);
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
});

test("status is said once when it starts and once when it ends", async ({ page }) => {
  await openDesk(page);
  await page.evaluate(() => {
    const said: string[] = [];
    (window as unknown as { said: string[] }).said = said;
    const status = document.querySelector('[role="status"]');
    if (!status) throw new Error("no status");
    new MutationObserver(() => said.push(status.textContent ?? "")).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.getByRole("textbox", { name: "Message" }).fill("Tell me a story about a fox.");
  await run(page);
  for (const number of [1, 2]) await waitForEnd(page, number);
  await expect(page.getByRole("status")).toContainText(/Pane 2: (?:complete|max tokens reached)/);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.length).toBeLessThanOrEqual(3);
  expect(said[0]).toBe("Running 2 panes.");
});
