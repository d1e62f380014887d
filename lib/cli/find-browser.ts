import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "@playwright/test";

/** Where Chromium and its relatives usually are. */
const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** A browser that is there: CHROMIUM_PATH, an installed Chromium, then Playwright's own. */
export function findBrowser(): string | undefined {
  const asked = process.env.CHROMIUM_PATH;
  return [...(asked ? [asked] : []), ...INSTALLED, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

/** Finds a browser or installs one: Playwright's download first, then Debian's package where that is possible. */
export function findOrInstallBrowser(say: (text: string) => void): string | undefined {
  const found = findBrowser();
  if (found) return found;
  say("No Chromium found; installing one ...");
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  run(process.execPath, [playwright, "install", "chromium"]);
  if (
    !findBrowser() &&
    process.platform === "linux" &&
    process.getuid?.() === 0 &&
    existsSync("/usr/bin/apt-get")
  ) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  }
  const installed = findBrowser();
  if (!installed)
    say(
      "No browser could be installed. Run `npx playwright install chromium`, or install Chromium and set CHROMIUM_PATH to it.",
    );
  return installed;
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
}
