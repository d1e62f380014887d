import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.mts";

/** Tests against the built server (`FADER_BUILD_FOLDER=.next-test next build` first): one at a time, they measure. */
export default mergeConfig(
  { ...base, test: { ...base.test, projects: undefined } },
  defineConfig({
    test: {
      include: ["tests/faults/**/*.test.ts"],
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 60_000,
    },
  }),
);
