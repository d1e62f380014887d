import { en } from "@/lib/messages/en";
import type { CreatedLink } from "@/lib/links/short-link";
import { linkDocument } from "../support/link-requests";
import { startServer, type TestServer } from "../support/server";
import { expectNoViolations } from "./support/axe";
import { pane, run, waitForEnd } from "./support/desk";
import { test as deskTest } from "./support/desk-test";

const PASSWORD = "correct horse battery";

/** A desk with a password of its own. */
const test = deskTest.extend<object, { guarded: TestServer }>({
  guarded: [
    // Playwright wants the pattern, even an empty one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startServer({ environment: { FADER_PASSWORD: PASSWORD } });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ guarded }, use) => use(guarded.origin),
});
const { expect } = test;

test("the desk asks for its password, by keyboard alone, and lets in and out", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in$/);
  await expectNoViolations(page, "sign-in");
  await page.getByLabel("Password").focus();
  await page.keyboard.type(PASSWORD);
  // Before its scripts are there the page sends nothing.
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await page.keyboard.press("Enter");
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await run(page);
  await waitForEnd(page, 1);
  await expect(pane(page, 1)).toContainText("The cat sat on the");
  await page.goto("/sign-in");
  await expect(page).toHaveURL(/\/$/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("who came for a link still has it after signing in", async ({ page, request }) => {
  const made = await request.post("/api/links", {
    headers: { authorization: `Bearer ${PASSWORD}` },
    data: { experiment: linkDocument() },
  });
  const { id } = (await made.json()) as CreatedLink;
  const enter = async () => {
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await page.goto(`/s/${id}`);
  await enter();
  // Its address is gone once it is open; where the desk is from stands under the header.
  await expect(page.getByRole("region", { name: en.links.region })).toBeVisible();
  await page.goto("about:blank");
  await page.context().clearCookies({ name: "fader-session" });
  // Whatever the desk makes of it: it got there.
  const arrived = page.waitForFunction(() =>
    performance.getEntriesByType("navigation")[0]?.name.endsWith("/#e=1.x"),
  );
  await page.goto("/#e=1.x");
  await enter();
  await arrived;
});

test("a session that ends does not take the work with it", async ({ page, context }) => {
  await page.goto("/");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await page.getByRole("textbox", { name: "Message" }).fill("Tell me a joke.");
  await page.waitForTimeout(1000);
  await context.clearCookies({ name: "fader-session" });
  await page.goto("/");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("Tell me a joke.");
});

test.describe("in Chinese, dark", () => {
  test.use({ locale: "zh-CN", colorScheme: "dark", viewport: { width: 360, height: 740 } });
  test("the page speaks the reader's language", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByLabel("密码")).toBeVisible();
    await expectNoViolations(page, "sign-in, dark");
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("nothing is sent, and no password stands in an address", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeDisabled();
    await expect(page.locator("form")).toHaveAttribute("method", "post");
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

test("a wrong password, and a session that ended meanwhile, say what to do", async ({ browser, baseURL }) => {
  // A page of its own: a browser notes every 401 in its console.
  const page = await browser.newPage({ baseURL });
  await page.goto("/");
  await page.getByLabel("Password").fill("wrong password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This is not the password." })).toBeVisible();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await page.context().clearCookies({ name: "fader-session" });
  await run(page);
  await waitForEnd(page, 1);
  await expect(pane(page, 1)).toContainText("This server asks for its password.");
  await pane(page, 1).getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.close();
});

test("programs send it as a bearer token", async ({ request }) => {
  expect((await request.get("/api/v1/models")).status()).toBe(401);
  const headers = { authorization: `Bearer ${PASSWORD}` };
  expect((await request.get("/api/v1/models", { headers })).status()).toBe(200);
});
