/** `npm run screenshots`: starts the built desk, plays the first prompt ten times and takes the README's pictures. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { chromium, type Browser } from "@playwright/test";
import { buildIfNeeded } from "./build";
import { findOrInstallBrowser } from "./find-browser";
import { nextEnvironment, ROOT, SERVER } from "./project";

const PORT = 3918;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const FOLDER = `${ROOT}public/readme`;
const PICTURES = [
  { name: "desk-light", width: 1440, height: 900, colorScheme: "light" },
  { name: "desk-dark", width: 1440, height: 900, colorScheme: "dark" },
  { name: "desk-phone", width: 390, height: 844, colorScheme: "light" },
  // One answer as tokens, the token on show that decided it.
  { name: "odds", width: 1440, height: 900, colorScheme: "light", token: 5 },
] as const;
type Picture = { name: string; width: number; height: number; colorScheme: "light" | "dark"; token?: number };

async function take(browser: Browser, { name, width, height, colorScheme, token }: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(ORIGIN);
  await page.locator("html[data-ready]").waitFor();
  await page.getByRole("button", { name: "Run 10 times" }).click();
  await page.getByText("Run 10 of 10").nth(1).waitFor();
  // Folded away on a phone, and then not fetched.
  if (width > 1280) await page.locator("[data-lens] table").waitFor();
  if (token !== undefined) {
    const pane = page.locator('[data-pane="2"]');
    await pane.getByRole("button", { name: "Probabilities" }).click();
    await pane.locator("[data-unit]").nth(token).click();
    await pane.locator("table").waitFor();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
}

const say = (text: string) => process.stdout.write(`${text}\n`);
if ((await buildIfNeeded(".next-test", say)) !== 0) process.exit(1);
const executablePath = findOrInstallBrowser(say);
if (!executablePath) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const server = spawn(process.execPath, [SERVER, "-H", "127.0.0.1", "-p", String(PORT)], {
  cwd: ROOT,
  stdio: "ignore",
  env: nextEnvironment(".next-test"),
});
for (
  let tries = 0;
  tries < 100 && !(await fetch(`${ORIGIN}/api/health`).catch(() => undefined))?.ok;
  tries += 1
) {
  await new Promise((resolve) => setTimeout(resolve, 200));
}
const browser = await chromium.launch({ executablePath, args: ["--disable-background-networking"] });
for (const picture of PICTURES) await take(browser, picture);
await browser.close();
server.kill();
