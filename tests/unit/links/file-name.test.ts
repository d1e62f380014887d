import { expect, test } from "vitest";
import { fileNameOf } from "@/lib/links/file-name";

test.each([
  ["Two temperatures", "Two temperatures"],
  ["两种温度", "两种温度"],
  ["Cats: a/b\\c", "Cats a b c"],
  ['  "What?"  <*>|', "What"],
  ["../../etc/passwd", "etc passwd"],
  ["..", "Untitled"],
  ["", "Untitled"],
  [" \n\t\u200B\u202E ", "Untitled"],
  [".hidden.", "hidden"],
  ["x".repeat(200), "x".repeat(80)],
  ["🦊".repeat(90), "🦊".repeat(80)],
])("%j is saved as %j", (title, name) => expect(fileNameOf(title, "Untitled")).toBe(`${name}.fader.json`));
