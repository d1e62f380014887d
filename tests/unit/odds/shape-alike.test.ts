import { expect, test } from "vitest";
import { shapeAlike } from "@/lib/odds/shape-alike";

test("settings make the same of odds unless one that shapes them differs", () => {
  const one = { temperature: 0, logitBias: { 5: 1 } };
  expect(shapeAlike(one, { temperature: 0, logitBias: { 5: 1 } })).toBe(true);
  expect(shapeAlike({ ...one, ...{ maxOutputTokens: 3 } }, one)).toBe(true);
  expect(shapeAlike(one, { logitBias: { 5: 1 } })).toBe(false);
  expect(shapeAlike(one, { temperature: 0, logitBias: { 5: 2 } })).toBe(false);
  for (const key of ["topK", "topP", "minP", "typicalP", "repetitionPenalty"] as const)
    expect(shapeAlike({ [key]: 0.5 }, {})).toBe(false);
});
