import { expect, test } from "vitest";
import { findProblem } from "@/lib/field-problem";
import { linkDocumentSchema } from "@/lib/links/link-document";
import { FULL_DOCUMENT } from "./support";

/** Where a changed document is wrong, and how; undefined when it is not. */
function problemOf(value: unknown) {
  const read = linkDocumentSchema.safeParse(value);
  if (read.success) return undefined;
  const { path, problem } = findProblem(read.error, value);
  return `${path}: ${problem.kind}`;
}

/** The full document with the value at a dotted path put in. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(FULL_DOCUMENT) as unknown as Record<string, unknown>;
  const names = path.split(".");
  const last = names.pop() as string;
  const place = names.reduce((at, name) => at[name] as Record<string, unknown>, copy);
  place[last] = value;
  return copy;
}

test("takes a document with everything in it, as it is", () => {
  expect(problemOf(FULL_DOCUMENT)).toBeUndefined();
  expect(linkDocumentSchema.parse(FULL_DOCUMENT)).toEqual(FULL_DOCUMENT);
});

test.each([
  ["key", "sk-123", "key: unknownField"],
  ["panes.0.url", "http://evil.test", "panes.0.url: unknownField"],
  ["panes.0.id", "p1", "panes.0.id: unknownField"],
  ["panes.0.answers.0.requestId", "r", "panes.0.answers.0.requestId: unknownField"],
  ["panes.0.answers.0.sent.headers", {}, "panes.0.answers.0.sent.headers: unknownField"],
  ["panes.0.parameters.apiKey", "k", "panes.0.parameters.apiKey: unknownField"],
  ["turns.0.id", "t", "turns.0.id: unknownField"],
  ["run", true, "run: unknownField"],
  ["fader", 2, "fader: choice"],
  ["title", "t".repeat(201), "title: tooLong"],
  ["title", undefined, "title: missing"],
  ["panes", [], "panes: tooFew"],
  ["panes.0.model", "http://evil.test/?q=", "panes.0.model: form"],
  ["panes.0.parameters.temperature", 2.5, "panes.0.parameters.temperature: atMost"],
  ["panes.0.answers.0.ending", "failed", "panes.0.answers.0.ending: choice"],
  ["panes.0.answers.0.at", 1e300, "panes.0.answers.0.at: atMost"],
  ["panes.0.answers.0.pace", [1], "panes.0.answers.0.pace: form"],
  ["panes.0.answers.0.pace", [-1, 1], "panes.0.answers.0.pace: form"],
  ["panes.0.answers.0.turn", 2, "panes.0.answers.0.turn: noSuchPlace"],
  ["panes.1.answers.0.turn", 3, "panes.1.answers.0.turn: noSuchPlace"],
  ["panes.0.shown", 2, "panes.0.shown: noSuchPlace"],
  ["selected", 2, "selected: noSuchPlace"],
  ["variables.1", { name: "animal", value: "dog" }, "variables.1.name: duplicateName"],
  ["panes.0.answers.0.sent.body", undefined, "panes.0.answers.0.sent.body: missing"],
  ["panes.0.answers.0.sent.body.messages", "x", "panes.0.answers.0.sent.body.messages: form"],
  ["panes.0.answers.0.sent.body.messages", [null], "panes.0.answers.0.sent.body.messages.0: form"],
  ["lock", ["run"], "lock.0: choice"],
])("refuses %s", (path, value, problem) => {
  expect(problemOf(changed(path, value))).toBe(problem);
});
