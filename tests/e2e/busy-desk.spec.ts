import type { Page } from "@playwright/test";
import { times } from "../support/counts";
import { pane, run } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { drip, expect, test } from "./support/streaming-test";

/** Nothing may hold up the page for longer; many times that where other work shares the machine. */
const LONG_TASK_MS = times(1000, 200);
const ANSWER_MS = times(1000, 100);

type Watched = typeof globalThis & { longTasks?: number[] };

/** Notes every task of the page that takes 50 ms or more, from now on. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const found: number[] = [];
    (globalThis as Watched).longTasks = found;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push(entry.duration);
    }).observe({ type: "longtask" });
  });
}

/** Milliseconds from a key's press until the next frame after it was taken in, measured in the page. */
async function timeKey(page: Page, selector: string, key: string): Promise<number> {
  await page.evaluate((target) => {
    const element = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(target);
    element?.focus();
    performance.clearMeasures("key");
    element?.addEventListener(
      "keydown",
      ({ timeStamp }) =>
        requestAnimationFrame(() => setTimeout(() => performance.measure("key", { start: timeStamp }), 0)),
      { once: true },
    );
  }, selector);
  await page.keyboard.press(key);
  await page.waitForFunction(() => performance.getEntriesByName("key").length > 0);
  return page.evaluate(() => performance.getEntriesByName("key")[0]?.duration ?? Infinity);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test("typing and faders answer while eight panes write 200 tokens a second each", async ({ page, fake }) => {
  test.setTimeout(60_000);
  // For longer than any machine takes to type: all panes must be writing to the end.
  fake.plan(drip(8000, 5));
  await openDeskOf(page, { panes: 8, message: "" });
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("Hello");
  await run(page);
  for (let number = 1; number <= 8; number += 1) await expect(pane(page, number)).toContainText("w5");
  await watchLongTasks(page);
  const typed: number[] = [];
  const moved: number[] = [];
  for (const letter of "abcdefghij") {
    typed.push(await timeKey(page, "#message", letter));
    await expect(message).toHaveValue(new RegExp(`${letter}$`));
    moved.push(await timeKey(page, '[data-region="faders"] input[type="range"]', "ArrowRight"));
  }
  await expect(pane(page, 1)).toHaveAccessibleName(/temperature/);
  // All the while every pane was writing.
  for (let number = 1; number <= 8; number += 1)
    await expect(pane(page, number)).toHaveAttribute("data-state", "streaming");
  const longTasks = await page.evaluate(() => (globalThis as Watched).longTasks ?? [Infinity]);
  const longest = Math.max(0, ...longTasks);
  process.stdout.write(
    `typed: median ${median(typed).toFixed(0)} ms, most ${Math.max(...typed).toFixed(0)} ms; ` +
      `fader: median ${median(moved).toFixed(0)} ms, most ${Math.max(...moved).toFixed(0)} ms; ` +
      `long tasks: ${longTasks.length}, longest ${longest.toFixed(0)} ms\n`,
  );
  expect(median(typed)).toBeLessThan(ANSWER_MS);
  expect(median(moved)).toBeLessThan(ANSWER_MS);
  expect(longest).toBeLessThan(LONG_TASK_MS);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
});
