import type * as z from "zod/mini";

/** What is wrong with one field of a request; `lib/messages` has `fields.<kind>` for each. */
export type FieldProblem =
  | { kind: "missing" | "unknownField" | "forbiddenKey" | "form" }
  | { kind: "type"; expected: string }
  | { kind: "choice"; choices: string }
  | { kind: "atLeast" | "atMost" | "tooShort" | "tooLong" | "tooFew" | "tooMany"; limit: number }
  | { kind: "schemaNode" | "schemaType" | "schemaRequired" | "schemaList" }
  | {
      kind:
        "duplicatePane" | "duplicateName" | "noSuchPlace" | "reserved" | "tooManyEntries" | "assistantOnly";
    };

/** Problems that schemas name themselves, as the message of a refinement. */
const NAMED: Record<string, FieldProblem> = {
  duplicate_pane: { kind: "duplicatePane" },
  duplicate_name: { kind: "duplicateName" },
  missing: { kind: "missing" },
  no_such_place: { kind: "noSuchPlace" },
  polluted: { kind: "forbiddenKey" },
  reserved: { kind: "reserved" },
  too_many: { kind: "tooManyEntries" },
  assistant_only: { kind: "assistantOnly" },
  schemaNode: { kind: "schemaNode" },
  schemaType: { kind: "schemaType" },
  schemaRequired: { kind: "schemaRequired" },
  schemaList: { kind: "schemaList" },
};

type Issue = z.core.$ZodIssue;

/** The first thing wrong in `body`: where, as a dotted path, and what. */
export function findProblem(error: z.core.$ZodError, body: unknown): { path: string; problem: FieldProblem } {
  const issue = error.issues[0];
  if (!issue) return { path: "", problem: { kind: "form" } };
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  return { path: path.map(String).join("."), problem: problemOf(issue, body) };
}

function problemOf(issue: Issue, body: unknown): FieldProblem {
  switch (issue.code) {
    case "unrecognized_keys":
      return { kind: "unknownField" };
    case "invalid_type":
      return valueAt(body, issue.path) === undefined
        ? { kind: "missing" }
        : { kind: "type", expected: issue.expected };
    case "invalid_value":
      return { kind: "choice", choices: issue.values.join(", ") };
    case "too_small":
      return { kind: SMALL[issue.origin] ?? "atLeast", limit: Number(issue.minimum) };
    case "too_big":
      return { kind: BIG[issue.origin] ?? "atMost", limit: Number(issue.maximum) };
    default:
      return NAMED[issue.message] ?? { kind: "form" };
  }
}

const SMALL: Record<string, "tooShort" | "tooFew"> = { string: "tooShort", array: "tooFew" };
const BIG: Record<string, "tooLong" | "tooMany"> = { string: "tooLong", array: "tooMany" };

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    body,
  );
}
