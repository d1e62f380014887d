import { defineConfig, mergeConfig } from "vitest/config";
import base, { SLOW } from "./vitest.config.mts";

/** Tests against the built server (`FADER_BUILD_FOLDER=.next-test next build` first), and slow ones: one at a time, they measure. */
export default mergeConfig(
  { ...base, test: { ...base.test, projects: undefined } },
  defineConfig({
    test: {
      include: ["tests/faults/**/*.test.ts", ...SLOW],
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 60_000,
    },
  }),
);
