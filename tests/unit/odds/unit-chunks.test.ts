import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkOf, LEAST_UNITS, MOST_UNITS, UnitChunks } from "@/lib/odds/unit-chunks";
import { token } from "./support";

const words = (count: number, text = " a") => Array.from({ length: count }, () => token(text));
const sizes = (tokens: ReturnType<typeof token>[]) =>
  new UnitChunks().update(tokens).chunks.map(({ units }) => units.length);

describe("chunks", () => {
  it("end with a line, where a block ends anyway, unless they would be very short", () => {
    const line = [...words(LEAST_UNITS), token(".\n")];
    expect(sizes([...line, ...line, ...words(3)])).toEqual([LEAST_UNITS + 1, LEAST_UNITS + 1, 3]);
    const verse = [...words(5), token("\n")];
    expect(sizes(Array.from({ length: 12 }, () => verse).flat())).toEqual([36, 36]);
  });

  it("of a line without end are broken between words, or where there are none, somewhere", () => {
    expect(sizes(words(2 * MOST_UNITS + 1))).toEqual([MOST_UNITS, MOST_UNITS, 1]);
    const half = words(MOST_UNITS + 9, "我");
    expect(sizes([...half, ...words(4)])).toEqual([MOST_UNITS + 9, 4]);
    expect(sizes(words(2 * MOST_UNITS + 3, "我"))).toEqual([2 * MOST_UNITS, 3]);
  });

  it("hold every unit once, however an answer grows, and those that are whole stay the same objects", () => {
    const texts = fc.array(fc.constantFrom(" a", "b", "\n", ".\n", "\n\n"), { maxLength: 300 });
    fc.assert(
      fc.property(texts, fc.nat(300), (all, at) => {
        const parts = new UnitChunks();
        const tokens = all.map((text) => token(text));
        const before = parts.update(tokens.slice(0, at)).chunks;
        const { units, chunks } = parts.update(tokens);
        expect(chunks.flatMap((chunk) => chunk.units)).toEqual(units);
        expect(chunks).toEqual(new UnitChunks().update(tokens).chunks);
        for (const index of Array(Math.max(0, before.length - 1)).keys())
          expect(chunks[index]).toBe(before[index]);
        for (const unit of units.keys()) {
          const { first, units: own } = chunks[chunkOf(chunks, unit) ?? NaN] ?? { first: NaN, units: [] };
          expect(own[unit - first]).toBe(units[unit]);
        }
        expect([chunkOf(chunks, -1), chunkOf(chunks, units.length)]).toEqual([undefined, undefined]);
      }),
    );
  });

  it("are nothing new when nothing is", () => {
    const parts = new UnitChunks();
    const tokens = [token("a"), token("b")];
    expect(parts.update([...tokens])).toBe(parts.update(tokens));
  });
});
