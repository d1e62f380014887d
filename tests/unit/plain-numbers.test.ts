import { expect, test } from "vitest";
import { percent, shortNumber } from "@/lib/plain-numbers";

test("shares are whole percentages", () => {
  expect([0, 0.004, 0.305, 0.999, 1].map(percent)).toEqual(["0%", "0%", "31%", "100%", "100%"]);
});

test("numbers have three significant digits, and no fraction above a hundred", () => {
  expect([0, 0.12345, 3.14159, 99.96, 100, 1234.5].map(shortNumber)).toEqual([
    "0",
    "0.123",
    "3.14",
    "100",
    "100",
    "1235",
  ]);
});
