import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./project";
import { readPlaywright, readVitest, type Counts } from "./test-reports";

/** The build that tests run against. */
export const TEST_BUILD = ".next-test";

/** What counts as one failure: a part that could not run at all. */
export const NOTHING_RAN: Counts = { passed: 0, failed: 1, skipped: 0, failures: [] };

const require = createRequire(import.meta.url);
const vitest = join(require.resolve("vitest/package.json"), "..", "vitest.mjs");
const playwright = require.resolve("@playwright/test/cli");
const REPORT = "REPORT";

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Runs tests with vitest: those of a file or folder, or of a configuration, as `args` say. */
export function runVitest(name: string, args: string[] = []): Counts {
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${REPORT}`];
  return runTests(name, [vitest, "run", ...args, ...reporters], readVitest);
}

/** Runs the browser tests: all, or those of `files`. */
export function runPlaywright(name: string, files: string[] = []): Counts {
  return runTests(name, [playwright, "test", ...files], readPlaywright);
}

/**
 * Why tests failed, once more and last, where the end of a long log still has it; then the closing line that counts them
 * all, and the exit code that goes with it.
 */
export function sayTotal(all: readonly Counts[]): void {
  for (const failure of all.flatMap(({ failures }) => failures)) say(`\nfailed: ${failure}`);
  const sum = (key: Exclude<keyof Counts, "failures">) =>
    all.reduce((total, counts) => total + counts[key], 0);
  say(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}

/** Runs a test runner that writes a JSON report; a runner that crashes or runs nothing counts as a failure. */
function runTests(name: string, args: string[], read: (report: string) => Counts): Counts {
  say(`\n== ${name}`);
  const folder = mkdtempSync(join(tmpdir(), "fader-test-"));
  const report = join(folder, "report.json");
  const { status } = spawnSync(
    process.execPath,
    args.map((arg) => arg.replace(REPORT, report)),
    {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, FADER_BUILD_FOLDER: TEST_BUILD, FADER_TEST_REPORT: report },
    },
  );
  try {
    const counts = read(readFileSync(report, "utf8"));
    if (counts.passed + counts.failed === 0) return NOTHING_RAN;
    return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return NOTHING_RAN;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
