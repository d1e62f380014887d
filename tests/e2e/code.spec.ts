import { readFileSync } from "node:fs";
import { expect as expectThat, type Locator, type Page } from "@playwright/test";
import { parse } from "yaml";
import { en } from "@/lib/messages/en";
import type { Messages } from "@/lib/messages/en";
import { HAS_CURL, runProgram } from "../support/run-snippets";
import { expectNoViolations } from "./support/axe";
import { openDesk, pane, run, waitForEnd } from "./support/desk";
import { openDeskOf } from "./support/seeded-desk";
import { expect, test } from "./support/streaming-test";
import { fill, SPEECHES } from "./support/texts";

const AWKWARD = "It's \"quoted\" `x` $HOME </script> \\ 月\u{1F600}\nLine 2 '\"'\"'";

async function open(
  page: Page,
  number: number,
  item: "code" | "load",
  texts: Messages = en,
): Promise<Locator> {
  await pane(page, number)
    .getByRole("button", { name: fill(texts.pane.menu, { number }), exact: true })
    .click();
  await page.getByRole("menuitem", { name: texts.pane[item], exact: true }).click();
  return page.getByRole("dialog", { name: fill(texts.pane[`${item}Title`], { number }) });
}

const codeIn = (dialog: Locator) => dialog.locator("pre").innerText();
const tab = (dialog: Locator, name: string) => dialog.getByRole("tab", { name, exact: true });

test("shows what was really sent, and in a shell it arrives once more", async ({ page, fake }) => {
  await openDeskOf(page, { panes: 1, message: AWKWARD, parameters: { temperature: 0.5, stop: ["'"] } });
  const before = await open(page, 1, "code");
  await expect(before).toContainText(en.code.notSentYet);
  const asItStands = await codeIn(before);
  await page.keyboard.press("Escape");
  await expect(pane(page, 1).getByRole("button", { name: "More for pane 1" })).toBeFocused();
  await run(page);
  await waitForEnd(page, 1);
  await page.getByRole("textbox", { name: "Message" }).fill("Later");
  const dialog = await open(page, 1, "code");
  expectThat(await codeIn(dialog)).toBe(asItStands);
  await expect(dialog.getByLabel(en.code.request)).toHaveValue("sent");
  // The operator has OpenAI's requests go elsewhere: where, nobody has to know.
  expectThat(asItStands).not.toContain(fake.origin);
  test.skip(!HAS_CURL, "there is no curl");
  const environment = { OPENAI_BASE_URL: fake.baseUrl, OPENAI_API_KEY: "sk-mine" };
  const played = await runProgram("sh", ["-c", `${await codeIn(dialog)}\n`], { environment });
  expectThat(played.code).toBe(0);
  const [sent, again] = fake.seen.filter(({ method }) => method === "POST");
  expectThat(again?.body).toEqual(sent?.body);
  expectThat(again?.headers.authorization).toBe("Bearer sk-mine");
  await dialog.getByLabel(en.code.request).selectOption("now");
  await expect(dialog.locator("pre")).toContainText('"content": "Later"');
});

test("Sprout's code is answered at this server's own door", async ({ page, streaming }) => {
  test.skip(!HAS_CURL, "there is no curl");
  await openDeskOf(page, {
    panes: 1,
    model: "built-in/sprout",
    message: "What color is snow?",
    parameters: { temperature: 0, seed: 1 },
  });
  const dialog = await open(page, 1, "code");
  const code = await codeIn(dialog);
  expectThat(code).toContain(`${streaming.server.origin}/api/v1/chat/completions`);
  const { stdout } = await runProgram("sh", ["-c", `${code}\n`]);
  const words = [...stdout.matchAll(/"content":"([^"]*)"/g)].map(([, text]) => text);
  expectThat(words.join("")).toBe("Snow is white.");
});

test("tabs go by keyboard, and their code is copied and downloaded as it is shown", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDeskOf(page, { message: "Hello {{who}}" });
  await page.getByRole("textbox", { name: "Value of who" }).fill("you");
  const dialog = await open(page, 2, "code");
  await tab(dialog, "curl").focus();
  for (const [key, name] of [
    ["ArrowRight", "Python"],
    ["End", "promptfoo"],
    ["ArrowRight", "curl"],
    ["ArrowLeft", "promptfoo"],
    ["Home", "curl"],
    ["ArrowRight", "Python"],
    ["ArrowRight", "JavaScript"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(tab(dialog, name)).toBeFocused();
    await expect(tab(dialog, name)).toHaveAttribute("aria-selected", "true");
    await expect(dialog.getByRole("tabpanel", { name })).toBeVisible();
  }
  await page.keyboard.press("Tab");
  await expect(dialog.locator("pre")).toBeFocused();
  await expect(dialog).toContainText("npm install openai");
  await dialog.getByRole("button", { name: en.code.copy }).click();
  await expect(dialog.getByRole("status")).toHaveText(en.code.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expectThat(copied).toBe(await dialog.locator("pre").textContent());
  expectThat(copied).toContain('"Hello you"');
  await tab(dialog, "promptfoo").click();
  await expect(dialog.getByRole("status")).toHaveText("");
  const download = page.waitForEvent("download");
  await dialog
    .getByRole("button", { name: fill(en.code.download, { file: "promptfooconfig.yaml" }) })
    .click();
  expectThat((await download).suggestedFilename()).toBe("promptfooconfig.yaml");
  const config = parse(readFileSync(await (await download).path(), "utf8")) as {
    providers: { label: string }[];
    tests: unknown;
  };
  expectThat(config.providers.map(({ label }) => label)).toEqual([
    "Pane 1: gpt-4o-mini",
    "Pane 2: gpt-4o-mini",
  ]);
  expectThat(config.tests).toEqual([{ vars: { who: "you" } }]);
});

test("code can be copied where the page is not a secure context", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await openDeskOf(page, { panes: 1 });
  const dialog = await open(page, 1, "code");
  await dialog.getByRole("button", { name: en.code.copy }).click();
  await expect(dialog.getByRole("status")).toHaveText(en.code.copied);
  await expect(dialog.getByRole("button", { name: en.code.copy })).toBeFocused();
  const code = await dialog.locator("pre").textContent();
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Message" }).fill("");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue(code ?? "");
});

test("a model that nobody runs has no code", async ({ page }) => {
  await openDeskOf(page, { panes: 1, model: "gone/model" });
  const dialog = await open(page, 1, "code");
  await expect(dialog).toContainText(en.code.noModel);
  await tab(dialog, "promptfoo").click();
  await expect(dialog).toContainText(fill(en.code.panesLeftOut, { numbers: 1 }));
});

test("a pasted request is read as it is pasted, loaded, run, and can be taken back", async ({
  page,
  fake,
}) => {
  await openDeskOf(page, { message: "mine" });
  const dialog = await open(page, 2, "load");
  const field = dialog.getByRole("textbox", { name: en.loading.text });
  const load = dialog.getByRole("button", { name: fill(en.loading.load, { number: 2 }) });
  await expect(load).toHaveAttribute("aria-disabled", "true");
  await field.fill("hello");
  await expect(dialog).toContainText(en.loading.faults.notCurl);
  await load.click({ force: true });
  await expect(dialog).toBeVisible();
  const body = {
    model: "gpt-5.6-luna",
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: 'Say {{x}}, it\'s "fine"' },
    ],
    seed: 7,
    temperature: 9,
    tools: [{}],
  };
  await field.fill(
    `curl https://api.openai.com/v1/chat/completions -H "Authorization: Bearer sk-CANARY" -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`,
  );
  await expect(dialog).toContainText("openai/gpt-5.6-luna");
  await expect(dialog).toContainText("1 message, a system prompt");
  await expect(dialog).toContainText("Seed 7");
  await expect(dialog.getByRole("listitem")).toHaveText([
    "“temperature” must be at most 2.",
    `tools: ${en.loading.why.notCarried}`,
  ]);
  await expect(dialog).toContainText(en.loading.keyNotKept);
  await expectNoViolations(page, "a request to load");
  await load.click();
  await expect(dialog).toBeHidden();
  await expect(pane(page, 2).getByRole("combobox", { name: en.pane.model })).toHaveValue("gpt-5.6-luna");
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue('Say \\{{x}}, it\'s "fine"');
  await pane(page, 2).getByRole("button", { name: "Run pane 2" }).click();
  await waitForEnd(page, 2);
  const [sent] = fake.seen.filter(({ method }) => method === "POST");
  const { temperature: _, tools: __, ...taken } = body;
  expectThat(sent?.body).toMatchObject(taken);
  expectThat(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("CANARY");
});

test("what a loaded request replaced comes back", async ({ page }) => {
  await openDeskOf(page, { panes: 1, message: "mine", parameters: { temperature: 0.5 } });
  const dialog = await open(page, 1, "load");
  await dialog.getByRole("textbox").fill('{"messages":[{"role":"user","content":"theirs"}]}');
  await dialog.getByRole("button", { name: fill(en.loading.load, { number: 1 }) }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("theirs");
  await expect(page.getByText(en.desk.undone.requestLoaded)).toBeVisible();
  await page.getByRole("button", { name: en.desk.undo, exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("mine");
});

const PLACES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };

for (const { name, locale, texts } of SPEECHES)
  for (const [place, viewport] of Object.entries(PLACES))
    test.describe(`on a ${place}, ${name}`, () => {
      test.use({ locale, viewport });
      test.slow();

      test("code and loading fit, and axe finds nothing in them", async ({ page }) => {
        await openDesk(page);
        const code = await open(page, 1, "code", texts);
        for (const label of ["curl", "Python", "JavaScript", "promptfoo"]) {
          await tab(code, label).click();
          await code.locator("pre").waitFor();
          await expectNoViolations(page, `code, ${label}`);
          expectThat(await code.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
        }
        await page.keyboard.press("Escape");
        const loading = await open(page, 1, "load", texts);
        await loading.getByRole("textbox").fill("curl https://example.com '");
        await expect(loading).toContainText(texts.loading.faults.unclosedQuote);
        await expectNoViolations(page, "a request that cannot be read");
        expectThat(await loading.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
      });
    });
