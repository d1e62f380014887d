import type { Browser } from "@playwright/test";
import { VIEW } from "./browser";

/** What of the desk can be read where it belongs, from the server's page alone. */
export type Readable = { region: string; text: string; width: number; height: number };

const REGIONS: Record<string, string> = {
  prompt: '[data-region="prompt"]',
  "pane 1": '[data-pane="1"]',
  "pane 2": '[data-pane="2"]',
  faders: '[data-region="faders"]',
};

/** Opens the desk with JavaScript disabled, and reads its regions as they are laid out. */
export async function readWithoutScript(browser: Browser, url: string): Promise<Readable[]> {
  const context = await browser.newContext({ ...VIEW, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await Promise.all(
      Object.entries(REGIONS).map(async ([region, selector]) => {
        const place = page.locator(selector);
        if ((await place.count()) === 0) return { region, text: "", width: 0, height: 0 };
        const { width = 0, height = 0 } = (await place.boundingBox()) ?? {};
        return { region, text: (await place.innerText()).replaceAll(/\s+/g, " "), width, height };
      }),
    );
  } finally {
    await context.close();
  }
}

/** A region that has a size and something to read. */
export function isReadable({ text, width, height }: Readable): boolean {
  return text.length > 0 && width >= 100 && height >= 100;
}
