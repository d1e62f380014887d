import { expect, test } from "vitest";
import { lensCaption, timesInHundred } from "@/lib/odds/lens-caption";
import type { PlaceOdds } from "@/lib/odds/odds";

const place = (own: number, shaped: number): PlaceOdds => ({
  rows: [
    { text: "mat", bytes: [1], own, shaped },
    { text: "chair", bytes: [2], own: 1 - own, shaped: 1 - shaped },
  ],
  others: {},
  isWhole: true,
});

test("times in a hundred never claim certainty that is not there", () => {
  expect(timesInHundred(1)).toEqual({ kind: "count", count: 100 });
  for (const chance of [0.996, 0.998, 0.999_999])
    expect(timesInHundred(chance)).toEqual({ kind: "over", count: 99 });
  expect(timesInHundred(0.502)).toEqual({ kind: "count", count: 50 });
  expect(timesInHundred(0.001)).toEqual({ kind: "under", count: 1 });
  expect(timesInHundred(0)).toEqual({ kind: "count", count: 0 });
});

test("the caption is computed from the figures, and names temperature only when it alone is at work", () => {
  expect(lensCaption(place(0.5, 0.99), { temperature: 0.2 })).toMatchObject({
    kind: "temperature",
    shaped: { count: 99 },
    own: { count: 50 },
    temperature: 0.2,
  });
  expect(lensCaption(place(0.5, 0.5), {})?.kind).toBe("own");
  expect(lensCaption(place(0.5, 0.7), { temperature: 0.7, topP: 0.9 })?.kind).toBe("faders");
  expect(lensCaption(place(0.3, 0.6), { topK: 2 })?.token.text).toBe("mat");
});

test("figures that are the same with and without the faders are not told as two", () => {
  expect(lensCaption(place(0.996, 0.999), { temperature: 0.5 })).toMatchObject({
    kind: "same",
    shaped: { kind: "over" },
  });
  expect(lensCaption(place(0.996, 1), { temperature: 0 })?.kind).toBe("temperature");
});

test("nothing is claimed where only shares among the returned are known", () => {
  expect(lensCaption({ ...place(0.5, 0.9), isAmongReturned: true }, { temperature: 0.5 })).toBeUndefined();
});
