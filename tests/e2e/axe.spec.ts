import type { Page } from "@playwright/test";
import type { Messages } from "@/lib/messages/en";
import { times } from "../support/counts";
import type { FakeUpstream } from "../support/fake-upstream";
import { GOLDEN } from "../support/transcripts";
import { walk, type Look, type State } from "./support/axe";
import { openDesk, pane } from "./support/desk";
import { escape, inState, ODDS, openMenu, press } from "./support/odds-states";
import { openDeskOf } from "./support/seeded-desk";
import { silentAfter, test } from "./support/streaming-test";
import { beginning, fill, SPEECHES } from "./support/texts";

/** 200 % of 1440 by 900. */
const ZOOMED = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };
const PHONE = { viewport: { width: 360, height: 740 } };

/** Opens whatever is folded away, wherever it can be seen. */
async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

async function openKeys(page: Page, { desk }: Messages): Promise<void> {
  await press(page, desk.keys);
  await page.getByRole("dialog").locator("form").first().waitFor();
}

async function openModels(page: Page, { pane: texts }: Messages): Promise<void> {
  await pane(page, 1).getByRole("combobox", { name: texts.model }).click();
  await page.getByRole("option", { name: /gpt-4o-mini OpenAI/ }).waitFor();
}

const FIRST_VISIT: State[] = [
  ["first visit", (page) => openDesk(page).then(() => page.locator("[data-lens] table").waitFor())],
  ...ODDS,
  ["keys", openKeys],
  ["models", (page, texts) => escape(page).then(() => openModels(page, texts))],
  ["menu", (page, texts) => escape(page).then(() => openMenu(page, texts))],
  ["everything unfolded", (page) => escape(page).then(() => unfoldAll(page))],
  [
    "turns",
    async (page, { desk }) => {
      for (const role of [desk.roles.user, desk.roles.assistant])
        await press(page, fill(desk.addTurn, { role }));
    },
  ],
  [
    "a number out of range",
    async (page, { parameters }) => {
      await page.getByRole("spinbutton", { name: parameters.temperature.label }).fill("99");
      await page.getByRole("alert").first().waitFor();
    },
  ],
];

/** States of an answer; the fake answers each press as its state asks. */
function answers(fake: FakeUpstream): State[] {
  const play = async (page: Page, { desk }: Messages, plan: Parameters<FakeUpstream["plan"]>[0]) => {
    fake.plan(plan);
    await press(page, desk.run);
  };
  const stop = (page: Page, { desk }: Messages) => press(page, desk.stop).then(() => inState(page, "ended"));
  const refused = (status: number, headers = {}) => ({
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ error: { message: "No." } }),
  });
  return [
    ["empty", (page) => openDeskOf(page, { parameters: { logprobs: true, topLogprobs: 2 } })],
    [
      "waiting",
      (page, texts) => play(page, texts, { hang: "before-headers" }).then(() => inState(page, "waiting")),
    ],
    [
      "streaming",
      async (page, texts) => {
        await stop(page, texts);
        await play(page, texts, silentAfter(30));
        await inState(page, "streaming");
      },
    ],
    ["stopped", stop],
    ["done", (page, texts) => play(page, texts, {}).then(() => inState(page, "ended"))],
    [
      "what was sent",
      async (page, { pane: texts }) => {
        await pane(page, 1)
          .getByRole("button", { name: beginning(texts.sent) })
          .click();
        await page.getByRole("dialog").getByRole("table").last().waitFor();
      },
    ],
    [
      "Markdown",
      async (page, texts) => {
        await escape(page);
        await openMenu(page, texts);
        await page.getByRole("menuitem", { name: texts.pane.markdown }).click();
        await page.locator(".markdown").first().waitFor();
      },
    ],
    [
      "thinking",
      async (page, texts) => {
        await play(page, texts, { transcript: GOLDEN.VLLM_REASONING?.blocks });
        await inState(page, "ended");
        await unfoldAll(page);
      },
    ],
    [
      "cut",
      async (page, texts) => {
        await play(page, texts, { transcript: GOLDEN.NO_ENDING?.blocks });
        await pane(page, 1).getByRole("alert").waitFor();
      },
    ],
    ["failed", (page, texts) => play(page, texts, refused(400)).then(() => inState(page, "failed"))],
    [
      "a wait",
      (page, texts) =>
        play(page, texts, refused(429, { "retry-after": "7" })).then(() => inState(page, "failed")),
    ],
    ["enlarged", (page, { pane: texts }) => enlarge(page, texts)],
    ["rail folded", (page, { desk }) => press(page, fill(desk.fold, { what: desk.faders }))],
    ["prompt folded too", (page, { desk }) => press(page, fill(desk.fold, { what: desk.prompt }))],
    ["cleared", (page, { desk }) => press(page, desk.clear)],
    [
      "nothing to say",
      async (page, { desk }) => {
        await press(page, fill(desk.unfold, { what: desk.prompt }));
        await page.locator("#message").fill(" ");
        await press(page, desk.run);
        await page.getByRole("alert").first().waitFor();
      },
    ],
  ];
}

async function enlarge(page: Page, { menu, enlarge: label }: Messages["pane"]): Promise<void> {
  await press(page, fill(menu, { number: 2 }));
  await page.getByRole("menuitem", { name: label, exact: true }).click();
  await pane(page, 1).waitFor({ state: "detached" });
}

/** So many panes, writing and done. */
function crowd(fake: FakeUpstream, panes: number): State[] {
  return [
    [
      `${panes} panes writing`,
      async (page, { desk }) => {
        fake.plan(silentAfter(30));
        await openDeskOf(page, { panes });
        await press(page, desk.run);
        for (let number = 1; number <= panes; number += 1) await inState(page, "streaming", number);
      },
    ],
    [
      `${panes} panes stopped`,
      async (page, { desk }) => {
        await press(page, desk.stop);
        for (let number = 1; number <= panes; number += 1) await inState(page, "ended", number);
      },
    ],
  ];
}

/** Where the rail is a sheet or a panel over the panes. */
const NARROW: State[] = [
  ["first visit", openDesk],
  ...ODDS,
  ["keys", openKeys],
  ["menu", (page, texts) => escape(page).then(() => openMenu(page, texts))],
  ["models", (page, texts) => escape(page).then(() => openModels(page, texts))],
  [
    "done",
    async (page, { desk }) => {
      await escape(page);
      await page.getByRole("button", { name: desk.run, exact: true }).last().click();
      for (const number of [1, 2]) await inState(page, "ended", number);
    },
  ],
  [
    "faders",
    async (page, { desk }) => {
      await page
        .getByRole("button", { name: beginning(desk.fadersOf.split(" ")[0] ?? "") })
        .or(page.getByRole("button", { name: fill(desk.unfold, { what: desk.faders }), exact: true }))
        .filter({ visible: true })
        .first()
        .click();
      await page.getByRole("complementary", { name: desk.faders }).waitFor();
      await page.locator("[data-lens] table").waitFor();
    },
  ],
  ["faders unfolded", unfoldAll],
];

const NOT_FOUND: State[] = [["not found", (page) => page.goto("/nowhere")]];

const BOTH: readonly Look[] = ["light", "dark"];

for (const [index, { name, locale, texts }] of SPEECHES.entries())
  test.describe(`axe finds nothing, ${name}`, () => {
    test.use({ locale, allowedInConsole: /status of 404/, actionTimeout: 30_000 });
    test.describe.configure({ timeout: 300_000 });
    // Every language in every look in the long run; else English light, Chinese dark.
    const tour = { texts, looks: BOTH.filter((_, place) => times(1, 2) === 2 || place === index % 2) };

    test("on the first visit", ({ page }) => walk(page, tour, FIRST_VISIT));
    test("in any state of an answer", ({ page, fake }) => walk(page, tour, answers(fake)));
    for (const panes of [1, 4, 8])
      test(`with ${panes} panes`, ({ page, fake }) => walk(page, tour, crowd(fake, panes)));
    test("where there is no page", ({ page }) => walk(page, tour, NOT_FOUND));
    test.describe("on a phone", () => {
      test.use(PHONE);
      test("with and without the faders", ({ page }) => walk(page, tour, NARROW));
    });
    test.describe("at 200 %", () => {
      test.use(ZOOMED);
      test("with and without the faders", ({ page }) => walk(page, tour, NARROW));
    });
  });
