import type { Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { answerWithOdds } from "../support/odds-answer";
import { pane, run, waitForEnd } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { expect, test } from "./support/streaming-test";

const TOKENS = 10_000;
const TOKENS_A_BLOCK = 25;
/** Blocks that are kept back until all before them are drawn: so the answer is drawn in parts on the busiest machine. */
const KEPT_BACK = [2, 80, 160, 240, 320, 390];

/** What one change of the tokens' text did to it: elements that came, that went, and that were there and were changed. */
type Change = { added: number; removed: number; touched: number };
type Watched = typeof globalThis & { changes?: Change[] };

/** Notes from now on every change of pane 1's tokens, an entry for each time they were drawn anew; gives how many there are. */
function watchTokens(page: Page): Promise<number> {
  return page.evaluate(() => {
    const changes: Change[] = [];
    (globalThis as Watched).changes = changes;
    const group = document.querySelector("[data-pane='1'] [role=group] [role=group]");
    if (!group) throw new Error("no tokens");
    new MutationObserver((records) => {
      const touched = new Set<Node>();
      const come = new Set<Node>();
      let added = 0;
      let removed = 0;
      for (const { type, target, addedNodes, removedNodes } of records) {
        if (type !== "childList") touched.add(target);
        for (const node of addedNodes) {
          come.add(node);
          added += node instanceof Element ? node.querySelectorAll("*").length + 1 : 0;
        }
        removed += [...removedNodes].filter((node) => node instanceof Element).length;
      }
      const old = [...touched].filter((node) => ![...come].some((each) => each.contains(node)));
      changes.push({ added, removed, touched: old.length });
    }).observe(group, { subtree: true, childList: true, characterData: true, attributes: true });
    return group.querySelectorAll("[data-unit]").length;
  });
}

const takeChanges = (page: Page) =>
  page.evaluate(() => {
    const { changes = [] } = globalThis as Watched;
    return changes.splice(0);
  });

test("ten thousand tokens: each is made once, a move of the cursor touches two, and most are not laid out", async ({
  page,
  fake,
}) => {
  test.setTimeout(90_000);
  const answers = [answerWithOdds(1), answerWithOdds(TOKENS, TOKENS_A_BLOCK)];
  const release = new Map<number, () => void>();
  const kept = new Map(
    KEPT_BACK.map((block) => [block, new Promise<void>((resolve) => release.set(block, resolve))]),
  );
  fake.plan((_, index) => ({
    transcript: answers[index] ?? [],
    delayMs: 8,
    ...(index === 1 ? { before: (block: number) => kept.get(block) } : {}),
  }));
  await openDeskOf(page, { panes: 1, parameters: { logprobs: true, topLogprobs: 5 } });
  await run(page);
  await waitForEnd(page, 1);
  const first = pane(page, 1);
  await first.getByRole("button", { name: en.pane.odds }).click();
  const units = first.locator("[data-unit]");
  await expect(units).toHaveCount(1);
  await run(page);
  // Another answer is another text: what is watched is there with its first tokens.
  await expect(units).toHaveCount(TOKENS_A_BLOCK);
  const before = await watchTokens(page);
  for (const block of KEPT_BACK) {
    // The first block is the role.
    await expect(units).toHaveCount((block - 1) * TOKENS_A_BLOCK, { timeout: 30_000 });
    release.get(block)?.();
  }
  await expect(units).toHaveCount(TOKENS, { timeout: 60_000 });
  await waitForEnd(page, 1);
  const updates = await takeChanges(page);
  expect(updates.length).toBeGreaterThanOrEqual(KEPT_BACK.length);
  const sum = (key: keyof Change) => updates.reduce((all, change) => all + change[key], 0);
  // A unit each, and a block for every few dozen of them.
  expect(sum("added")).toBeGreaterThanOrEqual(TOKENS - before);
  expect(sum("added")).toBeLessThan((TOKENS - before) * 1.05 + 10);
  expect(sum("removed")).toBe(0);
  expect(Math.max(...updates.map(({ touched }) => touched))).toBeLessThanOrEqual(2);

  await units.nth(TOKENS / 2).click();
  await page.keyboard.press("Escape");
  await takeChanges(page);
  for (const key of ["ArrowRight", "ArrowDown", "Control+ArrowRight", "ArrowLeft", "End", "Home"]) {
    await page.keyboard.press(key);
    expect([key, await takeChanges(page)]).toEqual([key, [{ added: 0, removed: 0, touched: 2 }]]);
  }
  const laidOut = await units.evaluateAll(
    (all) => all.filter((each) => each.checkVisibility({ contentVisibilityAuto: true })).length,
  );
  expect(laidOut).toBeGreaterThan(50);
  expect(laidOut).toBeLessThan(TOKENS / 5);
});
