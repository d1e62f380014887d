import { test as browserTest } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { takeGzipOnly, weighPage } from "../support/page-weight";
import { openDesk, openWholeDesk, pane, run, waitForEnd } from "./support/desk";
import { expect, test } from "./support/desk-test";

const KIBIBYTE = 1024;

test("a first visit stays light", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await takeGzipOnly(session);
  const weight = await weighPage(session);
  const codings = new Set<string | undefined>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") codings.add(response.headers()["content-encoding"]);
  });
  // What the page fetches by itself once it is usable, Sprout's tokenizer, counts too.
  const last = page.waitForResponse("**/sprout/tokenizer.json");
  await openWholeDesk(page);
  await (await last).finished();
  await page.waitForLoadState("networkidle");
  const { requests, scriptBytes } = weight();
  // The smallest scripts come as they are.
  expect([...codings].filter((coding) => coding !== undefined)).toEqual(["gzip"]);
  expect(scriptBytes / KIBIBYTE).toBeGreaterThan(50);
  expect(scriptBytes / KIBIBYTE).toBeLessThanOrEqual(190);
  expect(requests).toBeLessThanOrEqual(25);
});

test("header, panes and faders answer from the moment the page says it is ready", async ({ page }) => {
  // Pressed from inside, in the very task in which it says so: what is not Prompt takes over a little later.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset.ready === undefined) return;
      observer.disconnect();
      const buttons = [...document.querySelectorAll("button")];
      for (const label of ["Add pane", "Pane 2", "Run pane 1", "Keys"])
        buttons.find((button) => (button.ariaLabel ?? button.textContent) === label)?.click();
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Pane 2", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(pane(page, 1)).toHaveAttribute("data-state", /waiting|streaming|ended/);
  await expect(pane(page, 1).getByText(en.pane.example)).toBeHidden();
  await expect(pane(page, 3)).toBeVisible();
  await expect(page.getByRole("dialog", { name: en.desk.keys }).locator("form").first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("prompt, panes with their answers, and faders can be read where they belong", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue(/The cat sat on the/);
    for (const number of [1, 2]) {
      await expect(pane(page, number)).toContainText("Sprout");
      await expect(pane(page, number)).toContainText("The cat sat on the");
    }
    await expect(page.getByRole("slider", { name: "Temperature" })).toBeVisible();
    await expect(page.getByText(en.parameters.temperature.help)).toBeVisible();
    const left = async (selector: string) => (await page.locator(selector).boundingBox())?.x ?? Number.NaN;
    const places = await Promise.all(
      ['[data-region="prompt"]', '[data-pane="1"]', '[data-pane="2"]', '[data-region="faders"]'].map(left),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(4);
  });
});

// A script that cannot be fetched is an error in the console: these tests make some on purpose.
browserTest.describe("a script that cannot be fetched", () => {
  browserTest("leaves a kept desk as it is, says so, and a reload brings it back", async ({ page }) => {
    const seen: string[] = [];
    page.on("request", (request) => seen.push(request.url()));
    await openDesk(page);
    await page.waitForLoadState("networkidle");
    const known = new Set(seen);
    const message = page.getByRole("textbox", { name: "Message" });
    await message.fill("half a thought");
    await page.route("**/*.js", (route) =>
      known.has(route.request().url()) ? route.continue() : route.abort(),
    );
    await page.reload();
    const notice = page.getByText(en.desk.storage.unread);
    await expect(notice).toBeVisible();
    await message.fill("written meanwhile");
    await run(page);
    await waitForEnd(page, 1);
    await page.unroute("**/*.js");
    await page.getByRole("button", { name: en.desk.storage.reload }).click();
    await expect(message).toHaveValue("half a thought");
    await expect(notice).toBeHidden();
  });

  browserTest(
    "fails a press as a server does that is gone, and the next press fetches it",
    async ({ page }) => {
      // What the page itself names is served; what it asks for later is not.
      const html = await (await page.request.get("/")).text();
      await page.route("**/*.js", (route) =>
        html.includes(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
      );
      await openDesk(page);
      await run(page);
      await expect(pane(page, 1)).toContainText(en.errors.network);
      await expect(pane(page, 2)).toContainText(en.errors.network);
      await page.unroute("**/*.js");
      await pane(page, 1).getByRole("button", { name: en.pane.runAgain, exact: true }).click();
      await waitForEnd(page, 1);
      await expect(pane(page, 1)).not.toContainText(en.errors.network);
    },
  );

  browserTest("leaves a pane's menu closed, says so, and opens it when asked again", async ({ page }) => {
    await openDesk(page);
    await page.waitForLoadState("networkidle");
    await page.route("**/*.js", (route) => route.abort());
    await pane(page, 1).getByRole("button", { name: "More for pane 1" }).click();
    await expect(pane(page, 1)).toContainText(en.app.partMissing);
    await page.unroute("**/*.js");
    await pane(page, 1).getByRole("button", { name: en.app.again }).click();
    await expect(page.getByRole("menuitem", { name: "Enlarge" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(pane(page, 1).getByRole("button", { name: "More for pane 1" })).toBeFocused();
  });

  browserTest("leaves an answer plain, and Markdown comes when it is asked for again", async ({ page }) => {
    await openDesk(page);
    await page.waitForLoadState("networkidle");
    const more = pane(page, 1).getByRole("button", { name: "More for pane 1" });
    await more.click();
    // Its items come on demand: Escape closes what is there.
    await expect(page.getByRole("menuitem", { name: "Show as Markdown" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.route("**/*.js", (route) => route.abort());
    await more.click();
    await page.getByRole("menuitem", { name: "Show as Markdown" }).click();
    await expect(pane(page, 1)).toContainText(en.app.partMissing);
    await expect(pane(page, 1)).toContainText("The cat sat on the");
    await page.unroute("**/*.js");
    await pane(page, 1).getByRole("button", { name: en.app.again }).click();
    await expect(pane(page, 1).locator(".markdown")).toContainText("The cat sat on the");
    await expect(pane(page, 1)).not.toContainText(en.app.partMissing);
  });
});
