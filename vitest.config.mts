import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { CLEAN_ENVIRONMENT } from "./tests/support/clean-environment.ts";

const root = fileURLToPath(new URL("./", import.meta.url));

/** Tests of the pure core: its modules hold no state, so test files may share them and need not load them anew. */
const PURE = [
  "tests/unit/{catalog,code,library,links,odds,playground,replay,tiny-model,variables}/**/*.test.ts",
  "tests/contract/**/*.test.ts",
  "tests/unit/*.test.ts",
];

/** Tests that start processes, wait for clocks or draw ten thousand cases: `npm test` runs them with the faults. */
export const SLOW = [
  "tests/unit/server/db/*.test.ts",
  "tests/unit/code/snippets.test.ts",
  "tests/unit/links/{round-trip,damaged-links}.test.ts",
  "tests/routes/{links,hostile-links,upstream-faults,no-foreign-connections}.test.ts",
];

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
    environment: "node",
    server: { deps: { inline: ["use-intl"] } },
    // All of a small machine; vitest would leave one of two cores idle.
    maxWorkers: "100%",
    testTimeout: 20_000,
    // A PostgreSQL of a file's own is made and started in one.
    hookTimeout: 60_000,
    env: CLEAN_ENVIRONMENT,
    projects: [
      { extends: true, test: { name: "pure", include: PURE, exclude: SLOW, isolate: false } },
      {
        extends: true,
        test: {
          name: "rest",
          include: ["tests/{unit,routes}/**/*.test.{ts,tsx}"],
          exclude: [...PURE, ...SLOW],
        },
      },
    ],
  },
});
