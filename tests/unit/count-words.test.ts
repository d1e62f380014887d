import { expect, test } from "vitest";
import { countWords } from "@/lib/count-words";

test.each([
  ["The cat sat on the mat.", "en", 6],
  ["It's 3.5 o'clock, isn't it?", "en", 5],
  ["", "en", 0],
  ["… — !", "en", 0],
  ["line one\n\nline two", "en", 4],
  ["月亮出来了，看。", "zh", 6],
  ["我用 Sprout 写 2 个故事。", "zh", 8],
  ["The cat sat.", "zh", 3],
])("%s, %s: %i", (text, locale, count) => {
  expect(countWords(text, locale)).toBe(count);
});

test("Chinese read in English is counted in words, fewer than its characters", () => {
  const count = countWords("今天天气很好", "en");
  expect(count).toBeGreaterThan(1);
  expect(count).toBeLessThan(6);
});
