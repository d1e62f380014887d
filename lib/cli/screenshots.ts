/** `npm run screenshots`: starts the built desk, plays the first prompt ten times and takes the README's pictures. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { buildIfNeeded } from "./build";
import { findOrInstallBrowser } from "./find-browser";
import { nextEnvironment, ROOT, SERVER } from "./project";

const PORT = 3918;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const FOLDER = `${ROOT}public/readme`;
type Picture = {
  name: string;
  width: number;
  height: number;
  colorScheme: "light" | "dark";
  /** What is pressed first. */
  show?: (page: Page) => Promise<void>;
};
const PICTURES: Picture[] = [
  { name: "desk-light", width: 1440, height: 900, colorScheme: "light" },
  { name: "desk-dark", width: 1440, height: 900, colorScheme: "dark" },
  { name: "desk-phone", width: 390, height: 844, colorScheme: "light" },
  { name: "odds", width: 1440, height: 900, colorScheme: "light", show: showOdds },
  { name: "share", width: 1440, height: 900, colorScheme: "light", show: showShare },
];

/** One answer as tokens, the token on show that decided it. */
async function showOdds(page: Page): Promise<void> {
  const pane = page.locator('[data-pane="2"]');
  await pane.getByRole("button", { name: "Probabilities" }).click();
  await pane.locator("[data-unit]").nth(5).click();
  await pane.locator("table").waitFor();
}

/** What leaves, and a short link with its QR code. */
async function showShare(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Make short link" }).click();
  const code = page.getByRole("dialog").getByRole("img");
  await code.waitFor();
  await code.scrollIntoViewIfNeeded();
}

async function take(browser: Browser, { name, width, height, colorScheme, show }: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(ORIGIN);
  await page.locator("html[data-ready]").waitFor();
  await page.getByRole("button", { name: "Run 10 times" }).click();
  await page.getByText("Run 10 of 10").nth(1).waitFor();
  // Folded away on a phone, and then not fetched.
  if (width > 1280) await page.locator("[data-lens] table").waitFor();
  await show?.(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
}

const say = (text: string) => process.stdout.write(`${text}\n`);
if ((await buildIfNeeded(".next-test", say)) !== 0) process.exit(1);
const executablePath = findOrInstallBrowser(say);
if (!executablePath) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const data = mkdtempSync(join(tmpdir(), "fader-screenshots-"));
const server = spawn(process.execPath, [SERVER, "-H", "127.0.0.1", "-p", String(PORT)], {
  cwd: ROOT,
  stdio: "ignore",
  env: {
    ...nextEnvironment(".next-test"),
    FADER_DATA: data,
    // A link that others can open, for a QR code.
    FADER_PUBLIC_ORIGINS: "https://fader.example",
  },
});
for (
  let tries = 0;
  tries < 100 && !(await fetch(`${ORIGIN}/api/health`).catch(() => undefined))?.ok;
  tries += 1
) {
  await new Promise((resolve) => setTimeout(resolve, 200));
}
const browser = await chromium.launch({ executablePath, args: ["--disable-background-networking"] });
try {
  for (const picture of PICTURES) await take(browser, picture);
} finally {
  await browser.close();
  server.kill();
  rmSync(data, { recursive: true });
}
