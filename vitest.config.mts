import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { CLEAN_ENVIRONMENT } from "./tests/support/clean-environment.ts";

const root = fileURLToPath(new URL("./", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // server-only throws in plain Node by design; tests are a server.
      "server-only": `${root}tests/support/empty.ts`,
      // As next.config.js has it: messages are compiled, in tests too.
      "use-intl/format-message": "use-intl/format-message/format-only",
    },
  },
  test: {
    include: ["tests/{unit,contract,routes}/**/*.test.{ts,tsx}"],
    environment: "node",
    server: { deps: { inline: ["use-intl"] } },
    testTimeout: 20_000,
    // A PostgreSQL of a file's own is made and started in one.
    hookTimeout: 60_000,
    env: CLEAN_ENVIRONMENT,
  },
});
