/** What the JSON reports of the test runners say: how many passed, and why the others did not. */
import { stripVTControlCharacters } from "node:util";

export type Counts = {
  passed: number;
  failed: number;
  skipped: number;
  /** One for each test that failed: its name, and the first lines of what it said. */
  failures: string[];
};

/** As many lines of a failure as show what was expected and what came. */
const LINES_SHOWN = 24;

type VitestReport = {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numFailedTestSuites?: number;
  testResults?: {
    name: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

/** Reads the report of `vitest --reporter=json`. A file that could not be loaded is a failure of its own. */
export function readVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = JSON.parse(
    report,
  ) as VitestReport;
  const failures = (testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0) return message ? [failureText(name, [message])] : [];
    return failed.map((test) => failureText(`${name}: ${test.fullName}`, test.failureMessages));
  });
  return {
    passed: numPassedTests ?? 0,
    failed: (numFailedTests ?? 0) || (numFailedTestSuites ?? 0),
    skipped: numPendingTests ?? 0,
    failures,
  };
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { errors?: { message?: string }[] }[] }[];
  }[];
};

type PlaywrightReport = PlaywrightSuite & {
  stats: { expected?: number; unexpected?: number; flaky?: number; skipped?: number };
  errors?: { message?: string }[];
};

/** Reads the report of Playwright's JSON reporter. What passed only when it was tried again counts as failed. */
export function readPlaywright(report: string): Counts {
  const whole = JSON.parse(report) as PlaywrightReport;
  const { expected, unexpected, flaky, skipped } = whole.stats;
  return {
    passed: expected ?? 0,
    failed: (unexpected ?? 0) + (flaky ?? 0),
    skipped: skipped ?? 0,
    failures: [
      ...(whole.errors ?? []).map(({ message }) => failureText("Playwright", [message])),
      ...failuresOf(whole),
    ],
  };
}

function failuresOf({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => {
        const messages = results.flatMap(({ errors = [] }) => errors.map(({ message }) => message));
        return failureText(`${file}:${line} › ${title}`, messages);
      }),
  );
  return [...own, ...suites.flatMap(failuresOf)];
}

function failureText(name: string, messages: readonly (string | undefined)[] = []): string {
  const lines = stripVTControlCharacters(messages.filter(Boolean).join("\n"))
    .split("\n")
    .filter((line) => !line.includes("node_modules"));
  return [name, ...lines.slice(0, LINES_SHOWN)].join("\n    ");
}
