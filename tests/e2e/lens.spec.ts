import { en } from "@/lib/messages/en";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";

const lensOf = (page: import("@playwright/test").Page) => page.locator("[data-lens]");

test("a newcomer sees the odds where the model was least certain, and they move as a fader moves, without a call", async ({
  page,
}) => {
  const runs: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") runs.push(request.url());
  });
  await openDesk(page);
  const lens = lensOf(page);
  await expect(lens).toContainText("Next token after “The cat sat on the”");
  await expect(lens).toContainText("Where the model was least certain in the last answer of pane 1.");
  const mat = lens.getByRole("row", { name: /mat/ });
  await expect(mat).toContainText("98.8%");
  await expect(lens.locator("[data-caption]")).toContainText(
    "At 0.2, “mat” is picked 99 times in 100; at 1.0 it would be 49 times in 100.",
  );
  const temperature = page.getByRole("slider", { name: "Temperature" });
  await temperature.focus();
  const before = await mat.textContent();
  await temperature.press("ArrowRight");
  await temperature.press("ArrowRight");
  await expect(mat).not.toHaveText(before ?? "");
  expect(runs).toEqual([]);
});

test("a desk that nobody touches does nothing, and the lens of a folded rail is not fetched", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await openDesk(page);
  await page.waitForLoadState("networkidle");
  expect(fetched).not.toContain("/sprout/weights.bin");
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(lensOf(page)).toContainText("Next token after");
  await expect(lensOf(page).locator("table")).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const busySeconds = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
  const before = await busySeconds();
  await page.waitForTimeout(2000);
  expect((await busySeconds()) - before).toBeLessThan(1);
});

test("a token that a fader cut stays, and the fader says so", async ({ page }) => {
  await openDesk(page);
  const lens = lensOf(page);
  await expect(lens.getByRole("row", { name: /mat/ })).toBeVisible();
  await page.getByText(/More faders/).click();
  const topK = page.getByRole("group", { name: en.parameters.topK.label, exact: true });
  await topK.getByRole("spinbutton").or(topK.getByRole("textbox")).first().fill("2");
  await page.keyboard.press("Enter");
  await expect(lens.getByText("cut by top-k")).toHaveCount(4);
  await expect(topK).toContainText("Cuts 4 tokens of those shown above.");
});

test("it works before any run, as one types", async ({ page }) => {
  await openDesk(page);
  const lens = lensOf(page);
  await expect(lens).toContainText("Next token after");
  await page.getByRole("textbox", { name: "Message" }).fill("What color is snow?");
  await expect(lens).toContainText("First token of the answer");
  await expect(lens).toContainText("After the prompt as it stands, before any run.");
  await expect(lens.getByRole("row")).toHaveCount(8);
});

test("an answer as tokens: by keyboard to a token, what might have stood there, and on from it in a new pane", async ({
  page,
}) => {
  await openDesk(page);
  await run(page);
  await waitForEnd(page, 1);
  const first = pane(page, 1);
  await first.getByRole("button", { name: "Probabilities" }).click();
  const tokens = first.getByRole("group", { name: "The answer of pane 1, token by token" });
  await expect(tokens).toContainText("The cat sat on the");
  await tokens.locator("[data-unit][tabindex='0']").focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(lensOf(page)).toContainText("The token chosen in pane 1.");
  const alternatives = first.getByRole("table", { name: "What might have stood here" });
  await alternatives.getByRole("button", { name: "roof" }).click();
  await waitForEnd(page, 3);
  // One text with the beginning that it was given, as tokens too, and what the lens stands on is behind it.
  const third = pane(page, 3);
  await expect(third).toContainText("The cat sat on the roof.");
  await expect(third).toContainText(en.pane.given);
  await expect(lensOf(page)).toContainText("Next token after “The cat sat on the roof”");
  await third.getByRole("button", { name: "Probabilities" }).click();
  const continued = third.getByRole("group", { name: "The answer of pane 3, token by token" });
  await expect(continued).toHaveText("The cat sat on the roof.");
  await expect(continued.locator("[data-unit]")).toHaveText(".");
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("");
});

test("odds of a run are those under its faders, and say so when the faders have been moved since", async ({
  page,
}) => {
  await openDesk(page);
  const first = pane(page, 1);
  await first.getByRole("button", { name: "Probabilities" }).click();
  await first.locator("[data-unit]", { hasText: "mat" }).click();
  const places = first.getByRole("table", { name: "What might have stood here" });
  await expect(places.getByRole("row", { name: /mat/ })).toContainText("98.8%");
  await expect(first).not.toContainText(en.tokens.otherFaders);
  await page.getByRole("slider", { name: "Temperature" }).fill("1");
  await expect(first).toContainText(en.tokens.otherFaders);
  await expect(places.getByRole("row", { name: /mat/ })).toContainText("98.8%");
  await expect(lensOf(page).getByRole("row", { name: /mat/ })).toHaveText(/mat48\.7%48\.7%/);
});

test("a run while its pane shows tokens brings the lens and the tokens of the new answer", async ({
  page,
}) => {
  await openDesk(page);
  const first = pane(page, 1);
  await first.getByRole("button", { name: "Probabilities" }).click();
  await expect(first.locator("[data-unit]").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Message" }).fill("What color is snow?");
  await run(page);
  await waitForEnd(page, 1);
  await expect(first.locator("[data-unit]").first()).toBeVisible();
  await expect(lensOf(page)).toContainText("Where the model was least certain");
});

test("one word at a time: by choosing, by dice, with undo", async ({ page }) => {
  await openDesk(page);
  const first = pane(page, 1);
  await first.getByRole("button", { name: "One word at a time" }).click();
  const words = first.getByRole("region", { name: "One word at a time" });
  await words.getByRole("button", { name: "The", exact: true }).click();
  await expect(words.locator("p").first()).toContainText("The");
  await expect(lensOf(page)).toContainText("Next token after “The”");
  await expect(lensOf(page)).toContainText("Where pane 1 stands, made one word at a time.");
  for (const part of ["cat", "sat"]) await words.getByRole("button", { name: part, exact: true }).click();
  await expect(words.locator("p").first()).toContainText("The cat sat");
  await words.getByRole("button", { name: "Undo" }).click();
  await expect(words.locator("p").first()).not.toContainText("sat");
  await words.getByRole("button", { name: "Roll the dice" }).click();
  await expect(words.locator("p").first()).toContainText(/The cat .+/);
  await words.getByRole("button", { name: "Back to the answer" }).click();
  await expect(first).toContainText("recorded example");
});
