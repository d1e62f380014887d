import { en } from "@/lib/messages/en";
import { GOLDEN } from "../support/transcripts";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { expect, test } from "./support/streaming-test";

const LOGPROBS = { logprobs: true, topLogprobs: 1 };

test("tokens that are parts of a character are shown as the character, with their parts", async ({
  page,
  fake,
}) => {
  const { blocks = [], text = "" } = GOLDEN.CHAT_LOGPROBS_SPLIT ?? {};
  fake.plan({ transcript: blocks });
  await openDeskOf(page, { panes: 1, parameters: LOGPROBS });
  await run(page);
  await waitForEnd(page, 1);
  const first = pane(page, 1);
  await first.getByRole("button", { name: en.pane.odds }).click();
  const tokens = first.getByRole("group", { name: "The answer of pane 1, token by token" });
  await expect(tokens).toHaveText(text);
  await tokens.locator("[data-unit]", { hasText: "月" }).click();
  await expect(first).toContainText("One character, 2 tokens:");
  await expect(first.getByRole("table")).toBeVisible();
  await expect(first).toContainText("gpt-4o-mini starts a new message instead of continuing this one");
  await expect(page.locator("[data-lens]")).toContainText(
    "does not say whether its odds are those before or after",
  );
});

test("an answer without odds says so, and one press asks for them", async ({ page, fake }) => {
  const { blocks = [] } = GOLDEN.CHAT_LOGPROBS ?? {};
  fake.plan(({ body }) => ({
    transcript: (body as { logprobs?: boolean }).logprobs ? blocks : (GOLDEN.CHAT?.blocks ?? []),
  }));
  await openDeskOf(page, { panes: 1 });
  await expect(page.locator("[data-lens]")).toContainText("a model elsewhere tells them only with an answer");
  await run(page);
  await waitForEnd(page, 1);
  const first = pane(page, 1);
  await first.getByRole("button", { name: en.pane.odds }).click();
  await expect(first).toContainText("gpt-4o-mini returned no probabilities for this answer.");
  await first.getByRole("button", { name: en.lens.runForOdds }).click();
  await expect(first.locator("[data-unit]").first()).toBeVisible();
  await expect(page.locator("[data-lens] table")).toBeVisible();
});

test("what is run again is the same again: what has been typed since stays in its box", async ({
  page,
  fake,
}) => {
  const { blocks = [] } = GOLDEN.CHAT_LOGPROBS ?? {};
  fake.plan(({ body }, index) =>
    index === 0
      ? { transcript: GOLDEN.NO_ENDING?.blocks }
      : { transcript: (body as { logprobs?: boolean }).logprobs ? blocks : (GOLDEN.CHAT?.blocks ?? []) },
  );
  await openDeskOf(page, { panes: 1 });
  await run(page);
  await waitForEnd(page, 1);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("Later");
  const first = pane(page, 1);
  await first.getByRole("button", { name: en.pane.runAgain, exact: true }).click();
  await expect(first).toContainText("Run 2 of 2");
  await first.getByRole("button", { name: en.pane.odds }).click();
  await first.getByRole("button", { name: en.lens.runForOdds }).click();
  await expect(first.locator("[data-unit]").first()).toBeVisible();
  await expect(message).toHaveValue("Later");
  const asked = fake.seen.filter(({ method }) => method === "POST");
  const told = asked.map(({ body }) => (body as { messages: object[] }).messages);
  expect(told).toHaveLength(3);
  for (const messages of told) expect(messages).toEqual([{ role: "user", content: "Hello" }]);
});

test("a provider that refuses logprobs says so on the toggle, and no one is asked to run for them again", async ({
  page,
  fake,
}) => {
  fake.plan(({ body }) =>
    (body as { logprobs?: boolean }).logprobs
      ? {
          status: 400,
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            error: {
              message: "Unsupported parameter: 'logprobs' is not supported with this model.",
              param: "logprobs",
              code: "unsupported_parameter",
            },
          }),
        }
      : { transcript: GOLDEN.CHAT?.blocks ?? [] },
  );
  await openDeskOf(page, { panes: 1, parameters: LOGPROBS });
  await run(page);
  await waitForEnd(page, 1);
  await page.getByText(/More faders/).click();
  const toggle = page.getByRole("group", { name: en.parameters.logprobs.label, exact: true });
  await expect(toggle).toContainText("gpt-4o-mini refused it a moment ago");
  await expect(page.locator("[data-lens]")).toContainText("gpt-4o-mini returns no probabilities.");
});

test("a fader redraws the lens within one frame at eight panes", async ({ page }) => {
  await page.addInitScript(() => localStorage.clear());
  await openDesk(page);
  for (let made = 2; made < 8; made += 1) await page.getByRole("button", { name: "Add pane" }).click();
  await expect(pane(page, 8)).toBeVisible();
  await page.getByRole("button", { name: "Pane 1", exact: true }).click();
  const caption = page.locator("[data-lens] [data-caption]");
  await expect(caption).toContainText("At 0.2");
  const seen = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"][data-region-entry]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const texts: string[] = [];
    for (const value of ["0.5", "1.1", "1.5"]) {
      set?.call(slider, value);
      slider?.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      texts.push(document.querySelector("[data-lens] [data-caption]")?.textContent ?? "");
    }
    return texts;
  });
  expect(seen.map((text) => /At [\d.]+/.exec(text)?.[0])).toEqual(["At 0.5", "At 1.1", "At 1.5"]);
});
