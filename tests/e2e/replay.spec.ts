import { expect as plainExpect, type Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import type { LinkDocument } from "@/lib/links/link-document";
import { pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { listen, whatWasHeard } from "./support/hearing";
import { addressOf, countRuns, keptDocument, openAddress } from "./support/links";
import { fill, SPEECHES } from "./support/texts";

const { replay } = en;

/** Two panes whose answers came at different speeds, one of them after some thought. */
const RECORDED: LinkDocument = {
  fader: 1,
  title: "Recorded",
  system: "",
  message: "",
  turns: [{ role: "user", content: "What color is snow?" }],
  panes: [
    {
      model: "built-in/sprout",
      parameters: { temperature: 0, seed: 3 },
      answers: [
        {
          text: "Snow is white.",
          ending: "complete",
          at: Date.UTC(2026, 2, 14, 12),
          turn: 0,
          pace: [1000, 5, 1000, 3, 1000, 6],
          usage: { source: "server", input: 8, output: 4 },
        },
      ],
    },
    {
      model: "openai/gpt-4o",
      parameters: {},
      answers: [
        {
          text: "White, mostly.",
          reasoning: "Hm.",
          ending: "length",
          turn: 0,
          pace: [1500, -3, 1000, 7, 4000, 7],
        },
      ],
    },
  ],
  view: "plain",
};

/**
 * Opens it, waits until what the desk fetches by itself is there, and leaves it with a clock that stands still unless it is
 * told to go on.
 */
async function openRecorded(
  page: Page,
  { document = RECORDED, texts = en, origin = "recorded, March 14, 2026" } = {},
): Promise<void> {
  await page.clock.install();
  await openAddress(page, await addressOf(document));
  await expect(page.getByRole("button", { name: texts.replay.play })).toBeVisible();
  await expect(pane(page, 1)).toContainText(origin);
  await expect(page.getByText(fill(texts.desk.room, { used: 9, all: 256 }))).toBeVisible();
  await expect(page.locator("[data-lens]")).toContainText(fill(texts.lens.noOdds, { model: "Sprout" }));
  await page.clock.pauseAt(Date.now() + 60_000);
}

const play = (page: Page) => page.getByRole("button", { name: replay.play }).click();
const skipAll = (page: Page) => page.getByRole("button", { name: replay.skipAll, exact: true }).first();
const wordsOf = (page: Page, number: number) =>
  pane(page, number).locator("p.whitespace-pre-wrap").last().textContent();

/** What both panes show of their answers after so many milliseconds more. */
async function shownAfter(page: Page, ms: number): Promise<(string | null)[]> {
  await page.clock.runFor(ms);
  return Promise.all([wordsOf(page, 1), wordsOf(page, 2)]);
}

test("answers come as they came, with no key and no server, and nothing is asked of anybody", async ({
  page,
  context,
}) => {
  const runs = countRuns(page);
  await openRecorded(page);
  const before = await keptDocument(page, "linked");
  // What a run would need comes with the first sign of a hand, whatever that then does.
  const came = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".js"));
  await page.mouse.move(5, 5);
  await came;
  await context.setOffline(true);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await play(page);
  await expect(pane(page, 1)).toHaveAttribute("data-state", "waiting");
  await expect(pane(page, 1)).toContainText(replay.playing);
  plainExpect(await shownAfter(page, 990)).toEqual(["", ""]);
  plainExpect(await shownAfter(page, 20)).toEqual(["Snow ", ""]);
  await expect(pane(page, 1)).toHaveAttribute("data-state", "streaming");
  plainExpect(await shownAfter(page, 1000)).toEqual(["Snow is ", ""]);
  await expect(pane(page, 2)).toContainText(en.pane.reasoning);
  plainExpect(await shownAfter(page, 510)).toEqual(["Snow is ", "White, "]);
  plainExpect(await shownAfter(page, 500)).toEqual(["Snow is white.", "White, "]);
  await expect(pane(page, 1)).toHaveAttribute("data-state", "ended");
  await expect(pane(page, 1)).toContainText("recorded, March 14, 2026");
  await expect(pane(page, 2)).toHaveAttribute("data-state", "streaming");
  plainExpect(await shownAfter(page, 4000)).toEqual(["Snow is white.", "White, mostly."]);
  await expect(pane(page, 2)).toContainText("max tokens reached");
  plainExpect([runs(), asked]).toEqual([0, []]);
  await page.clock.runFor(2000);
  plainExpect(await keptDocument(page, "linked")).toEqual(before);
  await expect(page.locator("[data-link]")).toHaveAttribute("data-link", "opened");
});

test("each pane can be skipped, and all; another pace holds at once", async ({ page }) => {
  await openRecorded(page);
  await play(page);
  plainExpect(await shownAfter(page, 1010)).toEqual(["Snow ", ""]);
  await page.getByRole("button", { name: fill(replay.skipPane, { number: 1 }) }).click();
  plainExpect(await shownAfter(page, 16)).toEqual(["Snow is white.", ""]);
  await page.getByRole("combobox", { name: replay.pace }).selectOption("fast");
  plainExpect(await shownAfter(page, 400)).toEqual(["Snow is white.", "White, "]);
  await skipAll(page).click();
  plainExpect(await shownAfter(page, 16)).toEqual(["Snow is white.", "White, mostly."]);
  await page.getByRole("button", { name: fill(replay.playPane, { number: 2 }) }).click();
  plainExpect(await shownAfter(page, 16)).toEqual(["Snow is white.", ""]);
  plainExpect(await shownAfter(page, 1700)).toEqual(["Snow is white.", "White, mostly."]);
  await expect(page.getByRole("button", { name: replay.play })).toBeVisible();
});

test("a run beside a recorded answer is live, in the same pane's history", async ({ page }) => {
  const slow = structuredClone(RECORDED);
  for (const { answers = [] } of slow.panes) for (const each of answers) each.pace = [600_000, 5];
  await openAddress(page, await addressOf(slow));
  await play(page);
  await expect(pane(page, 1)).toContainText(replay.playing);
  await page.getByRole("button", { name: "Run pane 1" }).click();
  await waitForEnd(page, 1);
  await expect(pane(page, 1)).toContainText(replay.live);
  await expect(pane(page, 1)).toContainText("Run 2 of 2");
  await expect(pane(page, 2)).toContainText(replay.playing);
  await pane(page, 1).getByRole("button", { name: en.pane.older }).click();
  await expect(pane(page, 1)).toContainText("recorded, March 14, 2026");
  await expect(pane(page, 1)).not.toContainText(replay.live);
  await pane(page, 1).getByRole("button", { name: en.pane.newer }).click();
  await skipAll(page).click();
  // The button plays what is recorded, also where something live is on show.
  await page.getByRole("combobox", { name: replay.pace }).selectOption("whole");
  await play(page);
  await expect(pane(page, 1)).toContainText("Run 1 of 2");
});

test("who leaves in the middle finds the answers whole", async ({ page }) => {
  await openRecorded(page);
  await play(page);
  await expect(pane(page, 1)).toHaveAttribute("data-state", "waiting");
  plainExpect(await shownAfter(page, 1200)).toEqual(["Snow ", ""]);
  await page.reload();
  await expect(pane(page, 1)).toContainText("Snow is white.");
  await expect(pane(page, 2)).toContainText("White, mostly.");
  for (const number of [1, 2]) await expect(pane(page, number)).toHaveAttribute("data-state", "ended");
});

test.describe("for who asks for no motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("answers come whole, unless another pace is chosen", async ({ page }) => {
    await openRecorded(page);
    await expect(page.getByRole("combobox", { name: replay.pace })).toHaveValue("whole");
    await play(page);
    plainExpect(await shownAfter(page, 20)).toEqual(["Snow is white.", "White, mostly."]);
    await page.getByRole("combobox", { name: replay.pace }).selectOption("real");
    await play(page);
    plainExpect(await shownAfter(page, 1010)).toEqual(["Snow ", ""]);
  });
});

for (const { name, locale, texts } of SPEECHES)
  test.describe(`in ${name}`, () => {
    test.use({ locale });

    test("by keyboard and by ear: said once at the start and once at the end, and focus stays", async ({
      page,
    }) => {
      const fast = structuredClone(RECORDED);
      for (const { answers = [] } of fast.panes) for (const each of answers) each.pace = [400, 5, 100, 9];
      const [start, end, origin] =
        locale === "en"
          ? [
              "Playing the recorded answers of 2 panes.",
              "Pane 1: complete, 3 words. Pane 2: max tokens reached, 2 words.",
              "recorded, March 14, 2026",
            ]
          : [
              "正在播放 2 个面板的录制回答。",
              "面板 1：完成，3 个字。 面板 2：达到最大词元数，2 个字。",
              "录制于2026年3月14日",
            ];
      await openRecorded(page, { document: fast, texts, origin });
      const button = page.getByRole("button", { name: texts.replay.play });
      await button.focus();
      await listen(page);
      await page.keyboard.press("Enter");
      await expect(
        page.getByRole("button", { name: texts.replay.skipAll, exact: true }).first(),
      ).toBeFocused();
      await page.clock.runFor(600);
      await expect(button).toBeFocused();
      await expect(page.getByRole("status").filter({ hasText: end })).toBeAttached();
      const { heard, focused } = await whatWasHeard(page);
      plainExpect(heard.map(({ how, text }) => [how, text])).toEqual([
        ["polite", start],
        ["polite", end],
      ]);
      plainExpect(focused).toEqual([]);
    });
  });

test("answers of one's own, kept in the library, play again with the pace at which they came", async ({
  page,
}) => {
  await openAddress(page, await addressOf({ ...RECORDED, panes: RECORDED.panes.slice(0, 1) }));
  await run(page);
  await waitForEnd(page, 1);
  await run(page);
  await waitForEnd(page, 1);
  const { panes } = await keptDocument(page, "linked");
  plainExpect(panes[0]?.answers?.length).toBe(3);
  plainExpect(panes[0]?.answers?.at(-1)?.pace?.length).toBeGreaterThan(0);
  await page.getByRole("button", { name: en.desk.library, exact: true }).click();
  await page.getByRole("button", { name: en.library.save }).click();
  await page.getByRole("button", { name: "Open “Recorded”" }).click();
  await expect(page.getByText(fill(en.links.fromLibrary, { title: "Recorded" }))).toBeVisible();
  await expect(pane(page, 1)).toContainText("Run 3 of 3");
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await play(page);
  await expect(pane(page, 1)).toContainText(replay.playing);
  await page.clock.runFor(20_000);
  await expect(pane(page, 1)).toHaveAttribute("data-state", "ended");
});
