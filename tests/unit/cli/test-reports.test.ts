import { expect, test } from "vitest";
import { readPlaywright, readVitest } from "@/lib/cli/test-reports";

const RED = "\u001b[31m";

test("a failed unit test is told with its file, its name and what it said, without colors", () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numFailedTestSuites: 1,
    testResults: [
      {
        name: "tests/a.test.ts",
        message: "",
        assertionResults: [
          { status: "passed", fullName: "is fine", failureMessages: [] },
          { status: "failed", fullName: "adds up", failureMessages: [`${RED}Error: expected 3\nto be 4`] },
        ],
      },
    ],
  };
  expect(readVitest(JSON.stringify(report))).toEqual({
    passed: 4,
    failed: 1,
    skipped: 2,
    failures: ["tests/a.test.ts: adds up\n    Error: expected 3\n    to be 4"],
  });
});

test("a file that could not be loaded is a failure too", () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 0,
    numFailedTestSuites: 1,
    testResults: [{ name: "tests/b.test.ts", message: "Cannot find module", assertionResults: [] }],
  };
  expect(readVitest(JSON.stringify(report))).toMatchObject({
    failed: 1,
    failures: ["tests/b.test.ts\n    Cannot find module"],
  });
});

test("a failed browser test is told wherever it is nested; one that passed on another try failed", () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: "desk.spec.ts",
    line: 7,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  });
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [],
    suites: [
      {
        specs: [spec("runs", "expected"), spec("stops", "flaky", "too late")],
        suites: [{ specs: [spec("folds", "unexpected", Array(100).fill("line").join("\n"))] }],
      },
    ],
  };
  const { failures, ...counts } = readPlaywright(JSON.stringify(report));
  expect(counts).toEqual({ passed: 1, failed: 2, skipped: 1 });
  expect(failures.map((text) => text.split("\n")[0])).toEqual([
    "desk.spec.ts:7 › stops",
    "desk.spec.ts:7 › folds",
  ]);
  // The first lines say it.
  expect(failures[1]?.split("\n")).toHaveLength(25);
});
