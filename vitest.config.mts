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
    },
  },
  test: {
    include: ["tests/{unit,contract,routes}/**/*.test.{ts,tsx}"],
    environment: "node",
    testTimeout: 20_000,
    env: CLEAN_ENVIRONMENT,
  },
});
