import fc from "fast-check";
import { expect, test } from "vitest";
import { leavingSecrets, whatLeaves, type Leaving } from "@/lib/links/what-leaves";
import { times } from "../../support/counts";
import { randomDocument } from "../../support/random-documents";
import { FULL_DOCUMENT } from "./support";

type Path = readonly (string | number)[];

/** Every place of a value that holds no others: texts, numbers, and empty lists and objects. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each, index): [number, unknown] => [index, each])
    : Object.entries(value);
  return entries.flatMap(([key, each]) => (each === undefined ? [] : leaves(each, [...path, key])));
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

const isUnder = (path: Path, { path: above }: Leaving) => above.every((key, index) => path[index] === key);

/** Empty ones have nothing in them that could leave. */
function isEmptyHolder(document: object, path: Path): boolean {
  const value = at(document, path);
  return typeof value === "object" && value !== null;
}

test("the list of what leaves is the document, whole, and nothing twice", () => {
  fc.assert(
    fc.property(randomDocument, (document) => {
      const list = whatLeaves(document);
      for (const each of list) expect(each.value).toEqual(at(document, each.path));
      for (const path of leaves(document)) {
        if (path[0] === "fader" || isEmptyHolder(document, path)) continue;
        expect(list.filter((each) => isUnder(path, each))).toHaveLength(1);
      }
    }),
    { numRuns: times(200, 2000) },
  );
});

test("names each thing by where the reader finds it", () => {
  const list = whatLeaves(FULL_DOCUMENT).map(({ part, pane, number }) => [part, pane, number]);
  expect(list.filter(([, pane]) => pane === undefined).map(([part]) => part)).toEqual(
    [
      "title",
      "system",
      "turn",
      "turn",
      "message",
      "variable",
      "view",
      "selected",
      "moveTogether",
      "times",
    ].concat(["lock", "hide"]),
  );
  expect(list).toContainEqual(["turn", undefined, 2]);
  // A pane's own turns are counted on from the shared ones, as the desk does.
  expect(list).toContainEqual(["turn", 2, 3]);
  expect(list).toContainEqual(["answer", 1, 2]);
});

test("says where a secret is, wherever it is: also in what was sent for a recorded answer", () => {
  const key = "sk-proj-a1B2c3D4e5F6g7H8i9J0";
  const [first, second] = FULL_DOCUMENT.panes;
  if (!first?.answers?.[0] || !second) throw new Error("no answer to change");
  const old = {
    ...first.answers[0],
    sent: { body: { messages: [{ role: "user", content: `use ${key}` }] } },
  };
  const document = {
    ...FULL_DOCUMENT,
    message: "Write to li@school.cn and li@school.cn",
    panes: [
      { ...first, answers: [old] },
      { ...second, system: `I am li@school.cn`, parameters: { extraBody: { "10.0.0.5": true } } },
    ],
  };
  expect(
    leavingSecrets(whatLeaves(document)).map(({ kind, text, where, more }) => [kind, text, where.path, more]),
  ).toEqual([
    ["email", "li@school.cn", ["message"], 1],
    ["key", key, ["panes", 0, "answers", 0], 0],
    ["address", "10.0.0.5", ["panes", 1, "parameters", "extraBody"], 0],
  ]);
});
