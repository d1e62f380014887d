import type { Locator, Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import type { FakeUpstream, Plan } from "../support/fake-upstream";
import { openai } from "../support/transcripts";
import { expectNoViolations } from "./support/axe";
import { openDesk, pane } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { drip, expect, silentAfter, test } from "./support/streaming-test";

const times = (page: Page) => page.getByRole("spinbutton", { name: en.desk.times });
const runTimes = (page: Page, count: number) =>
  page.getByRole("button", { name: `Run ${count} times`, exact: true });
/** The answers of a pane's series. */
const answers = (page: Page, number = 1): Locator => pane(page, number).locator("section");

/** Answers each press with the next of these, and begins anew after the last. */
function inTurn(fake: FakeUpstream, ...texts: string[]): void {
  fake.plan((_, index): Plan => ({ transcript: openai([texts[index % texts.length] ?? ""]) }));
}

const PLACES = [
  "mat",
  "mat",
  "roof",
  "moon",
  "sofa",
  "chair",
  "table",
  "piano",
  "snow",
  "bed",
  "floor",
  "sand",
];

async function playPlaces(page: Page, fake: FakeUpstream): Promise<void> {
  inTurn(fake, ...PLACES.map((place) => `The cat sat on the ${place}.`));
  await openDeskOf(page, { panes: 1 });
  await times(page).fill("12");
  await runTimes(page, 12).click();
  await expect(answers(page)).toContainText("12 runs", { timeout: 20_000 });
}

test("a series is as long as one says; a number that cannot be is said and not played", async ({ page }) => {
  await openDesk(page);
  const problem = page.getByText("A whole number from 2 to 100, please.");
  await times(page).fill("101");
  await expect(problem).toBeVisible();
  await expect(runTimes(page, 10)).toHaveAttribute("aria-disabled", "true");
  // It may be the beginning of 10.
  await times(page).fill("1");
  await expect(problem).toBeHidden();
  await times(page).blur();
  await expect(problem).toBeVisible();
  await times(page).fill("3");
  await expect(problem).toBeHidden();
  await runTimes(page, 3).click();
  for (const number of [1, 2]) {
    await expect(answers(page, number)).toContainText(/^3 runs, /, { timeout: 20_000 });
    await expect(pane(page, number)).toContainText("Run 3 of 3");
  }
  await page.reload();
  await expect(times(page)).toHaveValue("3");
  await expect(answers(page, 1)).toContainText(/^3 runs, /);
});

test("a long series is kept whole", async ({ page }) => {
  test.setTimeout(90_000);
  await openDesk(page);
  await page.getByRole("slider", { name: "Temperature" }).fill("0");
  await times(page).fill("40");
  await runTimes(page, 40).click();
  await expect(answers(page)).toContainText("40 runs, 1 answer", { timeout: 60_000 });
  await expect(pane(page, 1)).toContainText("Run 40 of 40");
  await page.reload();
  await expect(answers(page)).toContainText("40 runs, 1 answer");
  // What was sent is right of each of them, though it is stored once.
  await pane(page, 1).getByRole("button", { name: en.pane.older }).click();
  await pane(page, 1).getByRole("button", { name: "What was sent" }).click();
  await expect(page.getByRole("dialog")).toContainText("Finish: The cat sat on the");
});

test("one pane alone is run as often from its menu", async ({ page }) => {
  await openDesk(page);
  await times(page).fill("3");
  await pane(page, 2).getByRole("button", { name: "More for pane 2" }).click();
  await page.getByRole("menuitem", { name: "Run this pane 3 times" }).click();
  await expect(answers(page, 2)).toContainText(/^3 runs, /, { timeout: 20_000 });
  await expect(pane(page, 1)).toContainText(en.pane.example);
});

test("equal answers are one, eight are shown at first, and each can be put on show", async ({
  page,
  fake,
}) => {
  await playPlaces(page, fake);
  await expect(answers(page)).toContainText("12 runs, 11 different answers · 6 words");
  await expect(answers(page).getByRole("listitem")).toHaveCount(9);
  await expect(answers(page).getByRole("listitem").first()).toContainText("The cat sat on the mat.");
  await answers(page).getByRole("button", { name: "3 more" }).click();
  await expect(answers(page).getByRole("listitem")).toHaveCount(12);
  await answers(page)
    .getByRole("button", { name: /The cat sat on the sand\./ })
    .click();
  await expect(pane(page, 1)).toContainText("Run 12 of 12");
  await answers(page)
    .getByRole("button", { name: /The cat sat on the roof\./ })
    .click();
  await expect(pane(page, 1)).toContainText("Run 3 of 12");
});

test("answers are a tree by where they first differ, and a list again", async ({ page, fake }) => {
  await playPlaces(page, fake);
  await answers(page).getByRole("button", { name: en.pane.byDifference }).click();
  const branches = answers(page).locator("ul ul > li");
  await expect(branches).toHaveCount(9);
  await expect(answers(page).locator("ul > li").first()).toContainText("The cat sat on the");
  await expect(branches.first()).toContainText("mat.");
  await expect(branches.first().getByRole("img")).toHaveAccessibleName("2 of 12, 17%");
  await branches.nth(2).getByRole("button").click();
  await expect(pane(page, 1)).toContainText("Run 4 of 12");
  await expectNoViolations(page, "a series as a tree");
  await answers(page).getByRole("button", { name: en.pane.byAnswer }).click();
  await expect(branches).toHaveCount(0);
});

test("two series as long as one another are compared in one sentence", async ({ page, fake }) => {
  let given = 0;
  fake.plan(({ body }) => {
    const isFirst = (body as { temperature?: number }).temperature === 0;
    return { transcript: openai([isFirst ? "same" : `other ${(given += 1)}`]) };
  });
  await openDeskOf(page);
  await page.getByRole("slider", { name: "Temperature" }).fill("0");
  await times(page).fill("3");
  await runTimes(page, 3).click();
  await expect(page.getByText("3 runs each: 1 answer in pane 1, 3 in pane 2.")).toBeVisible({
    timeout: 20_000,
  });
  await pane(page, 2).getByRole("button", { name: "Run pane 2" }).click();
  await expect(page.getByText(/3 runs each/)).toBeHidden();
});

test("what a series costs at most stands there before it is pressed", async ({ page }) => {
  await openDeskOf(page, { panes: 1, parameters: { maxOutputTokens: 1000 } });
  // 37 tokens at 0.15 and 1,000 at 0.60 dollars a million.
  await expect(page.getByText(/1 pane, at most \$0\.00061, .*Run 10 times, at most \$0\.0061/)).toBeVisible();
  await times(page).fill("100");
  await expect(page.getByText(/Run 100 times, at most \$0\.061/)).toBeVisible();
});

test("a series says how far it is, stops, and plays on as it began whatever is written meanwhile", async ({
  page,
  fake,
}) => {
  fake.plan(drip(5, 50));
  await openDeskOf(page);
  await times(page).fill("100");
  await runTimes(page, 100).click();
  await expect(page.getByText(/^Run ([2-9]|\d\d) of 100$/)).toBeVisible();
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("half a thought");
  await expect(page.getByText(/^Run ([4-9]|\d\d) of 100$/)).toBeVisible();
  await expect(message).toHaveValue("half a thought");
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByText(/^Run \d+ of 100$/)).toBeHidden();
  const asked = fake.seen.filter(({ method }) => method === "POST");
  expect(asked.length).toBeGreaterThanOrEqual(6);
  expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test("a pane that is stopped leaves the series", async ({ page, fake }) => {
  let first = 0;
  // Pane 1 answers once, and is still at its second answer when it is stopped.
  fake.plan(({ body }) => {
    const isFirst = (body as { temperature?: number }).temperature === 0;
    return isFirst && (first += 1) > 1 ? silentAfter(3) : drip(10, 10);
  });
  await openDeskOf(page);
  await page.getByRole("slider", { name: "Temperature" }).fill("0");
  await times(page).fill("4");
  await runTimes(page, 4).click();
  await expect(page.getByText("Run 2 of 4")).toBeVisible();
  await pane(page, 1).getByRole("button", { name: "Stop pane 1" }).click();
  await expect(answers(page, 2)).toContainText("4 runs, 1 answer", { timeout: 20_000 });
  await expect(answers(page, 1)).toContainText(/^2 runs, 1 answer, 1 without an answer/);
});
