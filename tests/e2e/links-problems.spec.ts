import { deflateSync } from "node:zlib";
import { test as browserTest, type Route } from "@playwright/test";
import { en } from "@/lib/messages/en";
import { LANGUAGES } from "@/lib/messages/languages";
import { openDesk, openWholeDesk } from "./support/desk";
import { expect, test } from "./support/desk-test";
import { addressOf, openAddress, openHere, SMALL_DOCUMENT } from "./support/links";
import { fill } from "./support/texts";

const FROM_SMALL = fill(en.links.from, { title: "A riddle" });

test("a link that cannot be read says what is wrong and leaves the desk as it was", async ({ page }) => {
  await openDesk(page);
  const message = page.getByRole("textbox", { name: "Message" });
  await message.fill("mine");
  const { problems } = en.links;
  const whole = await addressOf(SMALL_DOCUMENT);
  const cases: [string, string][] = [
    [whole.slice(0, -9), problems.damaged],
    ["/#e=hello", problems.notALink],
    [whole.replace("#e=1.", "#e=2."), problems.newer.split("(")[0] ?? ""],
    [`/#e=1.${"A".repeat(17_000)}`, "17,002"],
    [`/#e=${whole.slice(4)}&run=1`, problems.damaged],
    // Eleven megabytes of nothing.
    [`/#e=1.${deflateSync(new Uint8Array(11 << 20)).toString("base64url")}`, "262,144"],
  ];
  for (const [address, text] of cases) {
    await openHere(page, address);
    const notice = page.getByRole("alert").filter({ hasText: text });
    await expect(notice).toContainText(en.links.unchanged);
    await page.getByRole("button", { name: en.desk.dismiss }).first().click();
    await expect(notice).toBeHidden();
  }
  await openAddress(page, whole.slice(0, -9));
  const damaged = page.getByRole("alert").filter({ hasText: problems.damaged });
  await expect(damaged).toBeVisible();
  await expect(message).toHaveValue("mine");
  await openHere(page, whole);
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await expect(damaged).toBeHidden();
});

// A script that cannot be fetched is an error in the console.
browserTest("a link whose reader cannot be fetched can be opened once more", async ({ page }) => {
  // What the desk fetches by itself is there: only the link's reader is missed.
  await openWholeDesk(page);
  await page.getByRole("textbox", { name: "Message" }).fill("mine");
  await page.route("**/*.js", (route) => route.abort());
  await openHere(page, await addressOf(SMALL_DOCUMENT));
  await expect(page.getByText(en.app.partMissing)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("mine");
  await page.unroute("**/*.js");
  await page.getByRole("button", { name: en.app.again }).first().click();
  await expect(page.getByText(en.links.missingPart)).toBeVisible();
  await page.getByRole("button", { name: en.app.again }).first().click();
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 640 } });
  test("why a link cannot be opened is in sight, above all that an earlier one has to say", async ({
    page,
  }) => {
    await openDesk(page);
    const panes = [1, 2, 3].map((number) => ({ model: `away/llama-${number}`, parameters: {} }));
    await openHere(page, await addressOf({ ...SMALL_DOCUMENT, panes }));
    await expect(page.getByRole("button", { name: "Use Sprout in pane 1" })).toBeVisible();
    await openHere(page, "/#e=hello");
    await expect(page.getByRole("alert").filter({ hasText: en.links.problems.notALink })).toBeInViewport();
  });
});

const SHORT = `/s/${"a".repeat(22)}`;

test("a short link opens like any other, and leaves the address", async ({ page }) => {
  await page.route("**/api/links/*", (route) =>
    route.fulfill({ json: { experiment: SMALL_DOCUMENT, createdAt: "", expiresAt: "" } }),
  );
  await openAddress(page, SHORT);
  await expect(page.getByText(FROM_SMALL)).toBeVisible();
  await expect(page).toHaveURL(/:\d+\/$/);
  await page.getByRole("textbox", { name: "Message" }).fill("edited");
  await page.getByRole("combobox", { name: "Language" }).selectOption("zh");
  await expect(page.getByText(fill(LANGUAGES.zh.messages.links.from, { title: "A riddle" }))).toBeVisible();
  await expect(page.locator("#message")).toHaveValue("edited");
  await expect(page).toHaveURL(/:\d+\/$/);
  await page.reload();
  await expect(page.locator("#message")).toHaveValue("edited");
  await expect(page.locator("[data-link]")).toContainText("A riddle");
});

test.describe("short links that cannot be opened", () => {
  test.use({ allowedInConsole: /Failed to load resource/ });

  test("say why; where the network failed it can be tried again", async ({ page }) => {
    let answer: Parameters<Route["fulfill"]>[0] | undefined = {
      status: 404,
      json: { error: { code: "not_found", message: "" } },
    };
    await page.route("**/api/links/*", (route) => (answer ? route.fulfill(answer) : route.abort()));
    await openAddress(page, SHORT);
    await expect(page.getByRole("alert").filter({ hasText: en.links.unchanged })).toContainText(
      en.errors.not_found,
    );
    answer = undefined;
    await openAddress(page, SHORT);
    await expect(page.getByRole("alert").filter({ hasText: en.links.unchanged })).toContainText(
      en.errors.network,
    );
    answer = { json: { experiment: SMALL_DOCUMENT, createdAt: "", expiresAt: "" } };
    await page.getByRole("button", { name: en.app.again }).click();
    await expect(page.getByText(FROM_SMALL)).toBeVisible();
  });
});
