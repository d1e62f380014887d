import { expect, it } from "vitest";
import { entryOf } from "@/lib/library/library-entry";
import { searchEntries } from "@/lib/library/search-entries";
import { FULL_DOCUMENT } from "../links/support";

const CATS = entryOf({ name: "Cats", savedAt: 1, document: FULL_DOCUMENT }, "a");
const CAFE = entryOf(
  { name: "Café", savedAt: 2, document: { ...FULL_DOCUMENT, message: "天气怎么样？" } },
  "b",
);

it("finds by name, model and what is asked, every word of it, in any case", () => {
  const found = (query: string) => searchEntries([CATS, CAFE], query).map(({ id }) => id);
  expect(found("")).toEqual(["a", "b"]);
  expect(found(" cats ")).toEqual(["a"]);
  expect(found("SPROUT")).toEqual(["a", "b"]);
  expect(found("gpt-4o dog")).toEqual(["a"]);
  expect(found("cats 天气")).toEqual([]);
  expect(found("天气")).toEqual(["b"]);
  expect(found("cafe\u0301")).toEqual(["b"]);
});

it("says what an experiment holds without the experiment", () => {
  expect(CATS).toEqual({
    id: "a",
    name: "Cats",
    savedAt: 1,
    panes: 2,
    models: ["Sprout", "gpt-4o-mini"],
    answers: 3,
    begin: "And a dog?",
  });
  const without = { ...FULL_DOCUMENT, message: " " };
  expect(entryOf({ name: "x", savedAt: 0, document: without }, "c").begin).toBe("Where is the {{animal}}?");
  const long = { ...FULL_DOCUMENT, message: `${"😀".repeat(200)}` };
  expect(entryOf({ name: "x", savedAt: 0, document: long }, "d").begin).toBe("😀".repeat(160));
});
