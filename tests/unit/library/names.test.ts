import { expect, it } from "vitest";
import { cleanName, freeName, nameOfFile, NAME_CHARACTERS } from "@/lib/library/names";

it("takes the same name typed in another way for the same", () => {
  expect(cleanName("  Cafe\u0301\n  au  lait ")).toBe("Café au lait");
  expect(cleanName(" \t\n")).toBe("");
});

it("finds the next name that is free, also from a numbered one", async () => {
  const taken = new Set(["Riddle", "Riddle (2)", "Riddle (3)", "Other (9)"]);
  const isTaken = (name: string) => taken.has(name);
  expect(await freeName("New", isTaken)).toBe("New");
  expect(await freeName("Riddle", isTaken)).toBe("Riddle (4)");
  expect(await freeName("Riddle (2)", isTaken)).toBe("Riddle (4)");
  expect(await freeName("Other (9)", isTaken)).toBe("Other (10)");
});

it("keeps a numbered name within what a name may have, and cuts no character in two", async () => {
  const long = "😀".repeat(NAME_CHARACTERS / 2);
  const free = await freeName(long, (name) => name === long);
  expect(free).toMatch(/^(😀)+ \(2\)$/u);
  expect(free.length).toBeLessThanOrEqual(NAME_CHARACTERS);
});

it("names an experiment after its file", () => {
  expect(nameOfFile("My  test.fader.json")).toBe("My test");
  expect(nameOfFile("plain.JSON")).toBe("plain");
  expect(nameOfFile(".fader.json")).toBe("");
});
