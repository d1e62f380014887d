import { expect } from "@playwright/test";
import { startServer, type TestServer } from "../../support/server";
import { test as deskTest } from "./desk-test";

/** A server that others reach under another origin than the page's own; what it writes never holds a prompt. */
export const test = deskTest.extend<object, { shared: { server: TestServer; reachable: string } }>({
  shared: [
    // Playwright wants the pattern, even an empty one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      // Nobody goes there: a test that opens such a link puts the page's own origin in its place.
      const reachable = "http://school.test";
      const server = await startServer({ environment: { FADER_PUBLIC_ORIGINS: reachable } });
      await use({ server, reachable });
      await server.stop();
      expect(server.output()).not.toContain("CANARY");
    },
    { scope: "worker" },
  ],
  baseURL: async ({ shared }, use) => use(shared.server.origin),
  allowedInConsole: /status of (4|5)\d\d|ERR_FAILED/,
});
