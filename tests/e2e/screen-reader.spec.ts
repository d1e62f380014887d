import type { Page } from "@playwright/test";
import { GOLDEN } from "../support/transcripts";
import { pane, waitForEnd } from "./support/desk";
import { listen, whatWasHeard } from "./support/hearing";
import { openDeskOf } from "./support/seeded-desk";
import { drip, expect, silentAfter, test, words } from "./support/streaming-test";

/** Presses Run by keyboard with focus in the message, as someone who cannot see the page does. */
async function pressRun(page: Page): Promise<void> {
  const message = page.getByRole("textbox", { name: "Message" });
  await message.focus();
  await listen(page);
  await message.press("Control+Enter");
}

/** The last word on a press, once it was said. */
async function untilSaid(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole("status")).toContainText(text);
}

for (const panes of [1, 2, 8])
  test(`${panes} panes: one word at the start, one at the end, nothing between, and focus stays`, async ({
    page,
    fake,
  }) => {
    fake.plan(drip(40, 20));
    await openDeskOf(page, { panes });
    await pressRun(page);
    await untilSaid(page, `Pane ${panes}: complete, 40 words.`);
    const { heard, focused } = await whatWasHeard(page);
    const ends = Array.from({ length: panes }, (_, index) => `Pane ${index + 1}: complete, 40 words.`);
    expect(heard).toEqual([
      { how: "polite", text: panes === 1 ? "Running 1 pane." : `Running ${panes} panes.` },
      { how: "polite", text: ends.join(" ") },
    ]);
    expect(focused).toEqual([]);
    await expect(page.getByRole("textbox", { name: "Message" })).toBeFocused();
  });

test("a failure is said at once and once, also while its countdown runs", async ({ page, fake }) => {
  fake.plan(({ body }) =>
    (body as { temperature?: number }).temperature === undefined
      ? drip(3, 10)
      : {
          status: 429,
          headers: { "content-type": "application/json", "retry-after": "60" },
          body: JSON.stringify({ error: { message: "Slow down" } }),
        },
  );
  await openDeskOf(page);
  await page.getByRole("slider", { name: "Temperature" }).fill("0.5");
  await pressRun(page);
  await untilSaid(page, "Pane 1: failed. Pane 2: complete, 3 words.");
  // Three of its seconds at least have passed.
  await expect(
    pane(page, 1).getByRole("button", { name: /^Run again in (5[0-7]|[1-4]?\d) seconds$/ }),
  ).toBeVisible({ timeout: 15_000 });
  const { heard, focused } = await whatWasHeard(page);
  expect(heard.map(({ how }) => how).toSorted()).toEqual(["assertive", "polite", "polite"]);
  expect(heard.find(({ how }) => how === "assertive")?.text).toMatch(/^OpenAI asks to wait: .*“Slow down”$/);
  expect(focused).toEqual([]);
});

test("a cut is said at once, with how much came", async ({ page, fake }) => {
  fake.plan({ transcript: GOLDEN.NO_ENDING?.blocks });
  await openDeskOf(page, { panes: 1 });
  await pressRun(page);
  await untilSaid(page, "Pane 1: cut off, 2 words.");
  const { heard } = await whatWasHeard(page);
  expect(heard.filter(({ how }) => how === "assertive")).toEqual([
    { how: "assertive", text: "The connection broke before the end. What came is kept." },
  ]);
  expect(heard).toHaveLength(3);
});

test("a stop is said, with how much came", async ({ page, fake }) => {
  fake.plan(silentAfter(5));
  await openDeskOf(page, { panes: 1 });
  await pressRun(page);
  await expect(pane(page, 1)).toContainText(words(5).join(""));
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await untilSaid(page, "Pane 1: stopped, 5 words.");
  const { heard } = await whatWasHeard(page);
  expect(heard.map(({ text }) => text)).toEqual(["Running 1 pane.", "Pane 1: stopped, 5 words."]);
});

test("one pane's run is said without the others, ten runs as one", async ({ page, fake }) => {
  fake.plan(drip(3, 1));
  await openDeskOf(page);
  await listen(page);
  await page.getByRole("button", { name: "Run pane 2" }).click();
  await untilSaid(page, "Pane 2: complete, 3 words.");
  await page.getByRole("button", { name: "Run 10 times" }).click();
  await waitForEnd(page, 1);
  await untilSaid(page, "Pane 1: 10 runs, 1 answer. Pane 2: 10 runs, 1 answer.");
  const { heard } = await whatWasHeard(page);
  expect(heard.map(({ text }) => text)).toEqual([
    "Running 1 pane.",
    "Pane 2: complete, 3 words.",
    "Running 2 panes.",
    "Pane 1: 10 runs, 1 answer. Pane 2: 10 runs, 1 answer.",
  ]);
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });
  test("characters are counted", async ({ page, fake }) => {
    fake.plan({ transcript: GOLDEN.CHAT_CJK?.blocks });
    await openDeskOf(page, { panes: 1 });
    await page.getByRole("button", { name: "运行", exact: true }).click();
    await untilSaid(page, "面板 1：完成，6 个字。");
  });
});

type AxNode = Record<"role" | "name" | "description", { value?: unknown } | undefined>;

test("the faders say their names, their values against the default, and what they do", async ({ page }) => {
  await openDeskOf(page, { panes: 1 });
  await page.getByRole("slider", { name: "Temperature" }).fill("0.5");
  const client = await page.context().newCDPSession(page);
  const { nodes } = (await client.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] };
  const sliders = nodes.filter(({ role }) => role?.value === "slider");
  expect(sliders.map(({ name, description }) => [name?.value, description?.value])).toEqual([
    ["Temperature", expect.stringContaining("likeliest token")],
    ["Max tokens", expect.stringContaining("Stops after this many tokens")],
    ["Top-p", expect.stringContaining("smallest set of tokens")],
    ["Seed", expect.stringContaining("the same answer again")],
  ]);
  // The tree that Chromium shows to tools leaves the spoken value out.
  const spoken = page.getByRole("slider").evaluateAll((all) => all.map((each) => each.ariaValueText));
  expect(await spoken).toEqual(["0.5, default 1", ...Array<string>(3).fill("default, not sent")]);
});
