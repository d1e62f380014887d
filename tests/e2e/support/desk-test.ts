import { test as base } from "@playwright/test";

/** What a test may allow: a browser notes every failed request in its console, also those that a test makes fail. */
export type Allowances = { allowedInConsole: RegExp | undefined };

/** Every test fails on a warning or error in the console, an exception in the page, or a request to another origin. */
export const test = base.extend<Allowances>({
  allowedInConsole: [undefined, { option: true }],
  page: async ({ page, baseURL, allowedInConsole }, use) => {
    const faults: string[] = [];
    page.on("console", (message) => {
      if (allowedInConsole?.test(message.text())) return;
      if (message.type() === "error" || message.type() === "warning")
        faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== baseURL) faults.push(`foreign request: ${request.url()}`);
    });
    await use(page);
    base.expect(faults).toEqual([]);
  },
});

export const expect = test.expect;
