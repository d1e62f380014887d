import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LibraryItem } from "@/lib/library/library-entry";
import { LIBRARY_LIMITS, readExperimentFile, writeLibraryFiles } from "@/lib/library/library-file";
import { cleanName } from "@/lib/library/names";
import { writeLinkFile } from "@/lib/links/link-file";
import { times } from "../../support/counts";
import { asJson, randomDocument } from "../../support/random-documents";
import { someText } from "../../support/random-texts";
import { FULL_DOCUMENT } from "../links/support";

const HERE = { fileName: "a.fader.json", untitled: "Untitled", now: 5 };
const ITEM: LibraryItem = { name: "Cats", savedAt: 7, document: FULL_DOCUMENT };

const read = (text: string) => readExperimentFile(text, HERE);
const library = (experiments: unknown, more = {}) =>
  JSON.stringify({ faderLibrary: 1, experiments, ...more });
const asExperiment = { name: "Cats", savedAt: 7, experiment: FULL_DOCUMENT };

describe("a library as files", () => {
  it("comes back exactly as it was", () => {
    const item = fc.record({
      name: someText.map((name) => cleanName(name) || "x"),
      savedAt: fc.nat(),
      document: randomDocument,
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (items) => {
        const files = writeLibraryFiles(items);
        expect(files).toHaveLength(1);
        const { items: back, faults } = read(files[0] ?? "");
        expect(faults).toEqual([]);
        expect(back).toEqual(asJson(items));
      }),
      { numRuns: times(50, 1000) },
    );
  });

  it("is written as several where one would be larger than can be read", () => {
    const text = "x".repeat(100_000);
    const turns = Array.from({ length: 30 }, () => ({ role: "user" as const, content: text }));
    const items = Array.from({ length: 12 }, (_, index) => ({
      name: `n${index}`,
      savedAt: index,
      document: { ...FULL_DOCUMENT, turns: [...FULL_DOCUMENT.turns, ...turns] },
    }));
    const files = writeLibraryFiles(items);
    expect(files).toHaveLength(2);
    for (const file of files)
      expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(LIBRARY_LIMITS.fileBytes);
    expect(files.flatMap((file) => read(file).items)).toEqual(items);
    const many = Array.from({ length: LIBRARY_LIMITS.experiments + 1 }, () => ITEM);
    expect(writeLibraryFiles(many).map((file) => read(file).items.length)).toEqual([1000, 1]);
  });
});

describe("a file of one experiment", () => {
  it("is called by its title, else like its file, else untitled", () => {
    const named = (title: string, fileName: string) => {
      const written = writeLinkFile({ ...FULL_DOCUMENT, title });
      const text = "text" in written ? written.text : "";
      return readExperimentFile(text, { ...HERE, fileName }).items[0];
    };
    expect(named("Cats, twice", "a.json")).toEqual({
      name: "Cats, twice",
      savedAt: 5,
      document: FULL_DOCUMENT,
    });
    expect(named("", "My test.fader.json")?.name).toBe("My test");
    expect(named(" ", ".fader.json")?.name).toBe("Untitled");
  });

  it("is refused whole when it is larger than one may be", () => {
    const text = JSON.stringify({ ...FULL_DOCUMENT, title: "x".repeat(4 * 1024 * 1024) });
    expect(read(text).faults).toEqual([{ problem: { code: "tooLarge", limit: 4 * 1024 * 1024 } }]);
  });
});

describe("what is bad in a file is named, and the good is read", () => {
  it("one by one, by name or place", () => {
    const { items, faults } = read(
      library([
        asExperiment,
        { ...asExperiment, name: "Bad", experiment: { ...FULL_DOCUMENT, panes: [] } },
        { ...asExperiment, experiment: { ...FULL_DOCUMENT, fader: 9 }, name: "Newer" },
        null,
        { ...asExperiment, savedAt: -1 },
        { ...asExperiment, name: " \n" },
        { ...asExperiment, extra: 1 },
        { ...asExperiment, name: "Last" },
      ]),
    );
    expect(items.map(({ name }) => name)).toEqual(["Cats", "Last"]);
    expect(faults.map(({ name, place, problem }) => [name ?? place, problem.code])).toEqual([
      ["Bad", "invalid"],
      ["Newer", "newer"],
      [4, "invalid"],
      ["Cats", "invalid"],
      [" \n", "invalid"],
      ["Cats", "invalid"],
    ]);
  });

  it.each([
    ["no JSON", "hello", { code: "notAFile" }],
    ["nothing", "", { code: "notAFile" }],
    ["JSON of something else", '{"openapi": "3.1.0"}', { code: "notAFile" }],
    ["a list", "[]", { code: "notAFile" }],
    ["a newer library", library([], { faderLibrary: 2 }), { code: "newer", version: 2 }],
    ["a broken version", library([], { faderLibrary: "1" }), { code: "invalid", path: "faderLibrary" }],
    ["an unknown key", library([], { run: true }), { code: "invalid", path: "run" }],
    ["no list", library({}), { code: "invalid", path: "experiments" }],
    ["too many", library(Array.from({ length: 1001 }, () => 0)), { code: "invalid", path: "experiments" }],
    [
      "a polluted key beside the list",
      '{"faderLibrary": 1, "experiments": [], "__proto__": {"x": 1}}',
      { code: "invalid", path: "__proto__" },
    ],
  ])("%s", (_, text, problem) => {
    const { items, faults } = read(text);
    expect(items).toEqual([]);
    expect(faults).toMatchObject([{ problem }]);
  });

  it("keys that reach a prototype, wherever they stand, reach none", () => {
    const polluted = JSON.stringify(asExperiment).replace(
      '"parameters":{"temperature":0',
      '"parameters":{"__proto__":{"isPolluted":true},"temperature":0',
    );
    expect(polluted).toContain("__proto__");
    const outer = `{"__proto__":{"isPolluted":true},${JSON.stringify(asExperiment).slice(1)}`;
    const { items, faults } = read(`{"faderLibrary":1,"experiments":[${polluted},${outer}]}`);
    expect(items).toEqual([]);
    expect(faults.map(({ problem }) => problem)).toEqual([
      { code: "invalid", path: "panes.0.parameters.__proto__", problem: { kind: "forbiddenKey" } },
      { code: "invalid", path: "__proto__", problem: { kind: "unknownField" } },
    ]);
    expect(({} as { isPolluted?: boolean }).isPolluted).toBeUndefined();
  });

  it("depth is refused, not fallen into", () => {
    const deep = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
    const text = JSON.stringify({ ...asExperiment, name: "Deep" }).replace(
      '"body":{"model":"sprout"',
      `"body":{"deep":${deep},"model":"sprout"`,
    );
    const { items, faults } = read(
      `{"faderLibrary":1,"experiments":[${text},${JSON.stringify(asExperiment)}]}`,
    );
    expect(items.map(({ name }) => name)).toEqual(["Cats"]);
    expect(faults.map(({ name, problem }) => [name, problem.code])).toEqual([["Deep", "invalid"]]);
  });

  it("whatever is changed in it, nothing is thrown, and what is read is sound", () => {
    const whole = library([asExperiment, asExperiment]);
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(20),
        fc.constantFrom("", '"', "}", "[", "null", "-1e999", "\\u0000", '"__proto__":1,'),
        (at, cut, put) => {
          const { items, faults } = read(whole.slice(0, at) + put + whole.slice(at + cut));
          expect(items.length + faults.length).toBeGreaterThan(0);
          for (const { document } of items) expect(writeLinkFile(document)).toHaveProperty("text");
        },
      ),
      { numRuns: times(500, 10_000) },
    );
  });
});
