/** `npm run faults`: the tests of faults at full counts, with every figure, in about 50 minutes. */
import { buildIfNeeded } from "./build";
import { findOrInstallBrowser } from "./find-browser";
import { NOTHING_RAN, runPlaywright, runVitest, say, sayTotal, TEST_BUILD } from "./run-tests";
import type { Counts } from "./test-reports";

// `tests/support/counts.ts` reads it.
process.env.FADER_FAULTS = "full";

/** Those whose counts differ. */
const BROWSER_TESTS = ["returning", "server-restart", "axe", "hostile-links"];

const all: Counts[] = [runVitest("partitions of streams", ["tests/unit/sse.test.ts"])];
if ((await buildIfNeeded(TEST_BUILD, say)) === 0) {
  all.push(runVitest("faults", ["--config", "vitest.faults.config.mts"]));
  all.push(findOrInstallBrowser(say) ? runPlaywright("browser", BROWSER_TESTS) : NOTHING_RAN);
} else {
  say("The build failed.");
  all.push(NOTHING_RAN);
}
sayTotal(all);
