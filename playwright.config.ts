import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./lib/cli/find-browser";
import { SERVER } from "./lib/cli/project";
import { CLEAN_ENVIRONMENT } from "./tests/support/clean-environment";

/** A port of the tests' own: a running desk is never touched. */
const PORT = Number(process.env.FADER_TEST_PORT ?? 3917);
const origin = `http://127.0.0.1:${PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.FADER_TEST_REPORT
    ? [["line"], ["json", { outputFile: process.env.FADER_TEST_REPORT }]]
    : "list",
  outputDir: "test-results",
  use: {
    baseURL: origin,
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    launchOptions: {
      executablePath: findBrowser(),
      args: ["--disable-background-networking", "--disable-dev-shm-usage"],
    },
  },
  webServer: {
    command: `"${process.execPath}" "${SERVER}" -H 127.0.0.1 -p ${PORT}`,
    url: `${origin}/api/health`,
    env: {
      ...CLEAN_ENVIRONMENT,
      // Nobody there: a desk that asks for models asks no server outside this machine.
      OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
      HF_BASE_URL: "http://127.0.0.1:9/v1",
      NODE_ENV: "production",
      FADER_BUILD_FOLDER: ".next-test",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
  },
});
