import { chromium, type Browser } from "@playwright/test";
import { findBrowser } from "@/lib/cli/find-browser";

/** The browser that the bench measures in. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: ["--disable-background-networking", "--disable-dev-shm-usage"],
  });
}

/** How a page of the bench looks: a common laptop. */
export const VIEW = { viewport: { width: 1440, height: 900 }, locale: "en-US" };
