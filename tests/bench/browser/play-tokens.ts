import type { Browser, CDPSession, Page } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { pane, run, waitForEnd } from "../../e2e/support/desk";
import { openDeskOf } from "../../e2e/support/seeded-desk";
import { FADER_PROVIDER } from "../http/targets";
import { VIEW } from "./browser";
import { traceCosts, type Costs } from "./trace-costs";

/** The same answer, with the same odds in it, as plain text or token by token. */
export type View = "plain" | "tokens";
export type Text = "lines" | "line";
export const TOKENS = 10_000;

/** What an answer cost while it was written, and what so many presses of a key in it did when it was whole. */
export type TokensPlay = { writing: Costs; moving: Costs };

/** Presses of an arrow key: through tokens it moves the cursor, in plain text it scrolls. */
export const MOVES = 60;
/** As fast as servers are. */
const EVERY_MS = 1;
const LATE_MS = 90_000;

const modelOf = (tokens: number, text: Text) =>
  `${FADER_PROVIDER}/first50-tokens${tokens}-every${EVERY_MS}-odds-${text}`;

/** Plays one answer in a browser's fresh profile. */
export async function playTokens(
  browser: Browser,
  origin: string,
  view: View,
  text: Text,
): Promise<TokensPlay> {
  const context = await browser.newContext({ ...VIEW, baseURL: origin });
  try {
    const page = await context.newPage();
    const parameters = { logprobs: true, topLogprobs: 5 };
    await openDeskOf(page, { panes: 1, model: modelOf(3, text), parameters });
    await run(page);
    await waitForEnd(page, 1);
    if (view === "tokens") {
      await pane(page, 1).getByRole("button", { name: en.pane.odds }).click();
      await pane(page, 1).locator("[data-unit]").first().waitFor();
    }
    const model = pane(page, 1).getByRole("combobox", { name: en.pane.model });
    await model.fill(modelOf(TOKENS, text));
    await model.press("Enter");
    const session = await context.newCDPSession(page);
    return { writing: await write(page, session), moving: await move(page, session, view) };
  } finally {
    await context.close();
  }
}

async function write(page: Page, session: CDPSession): Promise<Costs> {
  const costs = await traceCosts(session);
  await run(page);
  const written = page.locator('[data-pane="1"][data-state="ended"]').getByText(`${TOKENS} out`);
  await written.first().waitFor({ timeout: LATE_MS });
  return costs();
}

async function move(page: Page, session: CDPSession, view: View): Promise<Costs> {
  const text = pane(page, 1).getByRole("group").first();
  if (view === "tokens") {
    await text
      .locator("[data-unit]")
      .nth(TOKENS / 2)
      .click();
    await page.keyboard.press("Escape");
  } else {
    await text.focus();
    await text.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  }
  await page.waitForTimeout(500);
  const costs = await traceCosts(session);
  for (let made = 0; made < MOVES; made += 1) await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(200);
  return costs();
}
