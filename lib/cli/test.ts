/** `npm test`: every test there is, and one closing line that counts them all. */
import { buildIfNeeded } from "./build";
import { findOrInstallBrowser } from "./find-browser";
import { NOTHING_RAN, runPlaywright, runVitest, say, sayTotal, TEST_BUILD } from "./run-tests";
import type { Counts } from "./test-reports";

const all: Counts[] = [runVitest("unit")];
if ((await buildIfNeeded(TEST_BUILD, say)) === 0) {
  all.push(runVitest("faults", ["--config", "vitest.faults.config.mts"]));
  all.push(findOrInstallBrowser(say) ? runPlaywright("browser") : NOTHING_RAN);
} else {
  say("The build failed.");
  all.push(NOTHING_RAN);
}
sayTotal(all);
