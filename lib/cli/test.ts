/** `npm test`: every test there is, and one closing line that counts them all. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfNeeded } from "./build";
import { findOrInstallBrowser } from "./find-browser";
import { ROOT } from "./project";

const BUILD_FOLDER = ".next-test";

type Counts = { passed: number; failed: number; skipped: number };
const NOTHING_RAN: Counts = { passed: 0, failed: 1, skipped: 0 };

const reports = mkdtempSync(join(tmpdir(), "fader-test-"));
const require = createRequire(import.meta.url);
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Runs a test runner that writes a JSON report; a runner that crashes or runs nothing counts as a failure. */
function runTests(name: string, args: string[], read: (report: string) => Counts): Counts {
  say(`\n== ${name}`);
  const report = join(reports, `${name}.json`);
  const { status } = spawnSync(
    process.execPath,
    args.map((arg) => arg.replace("REPORT", report)),
    {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, FADER_BUILD_FOLDER: BUILD_FOLDER, FADER_TEST_REPORT: report },
    },
  );
  try {
    const counts = read(readFileSync(report, "utf8"));
    if (counts.passed + counts.failed === 0) return NOTHING_RAN;
    return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return NOTHING_RAN;
  }
}

function readVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    report,
  ) as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: (numFailedTests ?? 0) || (numFailedTestSuites ?? 0),
    skipped: numPendingTests ?? 0,
  };
}

function readPlaywright(report: string): Counts {
  const { expected, unexpected, flaky, skipped } = (JSON.parse(report) as { stats: Record<string, number> })
    .stats;
  return { passed: expected ?? 0, failed: (unexpected ?? 0) + (flaky ?? 0), skipped: skipped ?? 0 };
}

const vitest = join(require.resolve("vitest/package.json"), "..", "vitest.mjs");
const playwright = require.resolve("@playwright/test/cli");
const vitestReport = ["--reporter=dot", "--reporter=json", "--outputFile.json=REPORT"];

const all: Counts[] = [];
all.push(runTests("unit", [vitest, "run", ...vitestReport], readVitest));
if ((await buildIfNeeded(BUILD_FOLDER, say)) === 0) {
  all.push(
    runTests("faults", [vitest, "run", "--config", "vitest.faults.config.mts", ...vitestReport], readVitest),
  );
  all.push(
    findOrInstallBrowser(say) ? runTests("browser", [playwright, "test"], readPlaywright) : NOTHING_RAN,
  );
} else {
  say("The build failed.");
  all.push(NOTHING_RAN);
}
rmSync(reports, { recursive: true, force: true });

const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
say(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
