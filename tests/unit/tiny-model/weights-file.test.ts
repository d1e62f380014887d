import { describe, expect, it } from "vitest";
import { layoutOf, SPROUT_SHAPE, type ModelShape } from "@/lib/tiny-model/model-shape";
import { initialParameters } from "@/lib/tiny-model/training/trainer";
import { decodeWeights, encodeWeights, WeightsFileError } from "@/lib/tiny-model/weights-file";

const shape: ModelShape = { vocabularySize: 40, width: 16, layers: 2, heads: 2, contextTokens: 32 };
const parameters = initialParameters(shape, 5).map(
  (value, index) => value + Math.fround(((index * 7919) % 101) / 1000),
);

describe("a weights file", () => {
  it("brings back shape and numbers, each within half a step of its scale", () => {
    const decoded = decodeWeights(encodeWeights(shape, parameters));
    expect(decoded.shape).toEqual(shape);
    for (const { name, kind, at, rows, columns } of layoutOf(shape).tensors) {
      const largest = Math.max(...parameters.subarray(at, at + rows * columns).map(Math.abs));
      const allowed = kind === "gain" ? 0 : (largest / 127) * 0.5001;
      for (let i = at; i < at + rows * columns; i += 1) {
        const miss = Math.abs((decoded.parameters[i] as number) - (parameters[i] as number));
        expect(miss, `${name} ${i - at}`).toBeLessThanOrEqual(allowed);
      }
    }
  });

  it("loses nothing the second time", () => {
    const once = encodeWeights(shape, parameters);
    expect(encodeWeights(shape, decodeWeights(once).parameters)).toEqual(once);
  });

  it("can stand anywhere in a buffer", () => {
    const bytes = encodeWeights(shape, parameters);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeWeights(shifted.subarray(3))).toEqual(decodeWeights(bytes));
  });

  it("of Sprout is about a megabyte", () => {
    const bytes = encodeWeights(SPROUT_SHAPE, initialParameters(SPROUT_SHAPE, 1));
    expect(layoutOf(SPROUT_SHAPE).length).toBe(918_656);
    expect(bytes.length).toBeLessThan(1_000_000);
  });

  it("is refused with a reason when it is broken", () => {
    const bytes = encodeWeights(shape, parameters);
    const changed = (at: number, value: number) => {
      const copy = bytes.slice();
      new DataView(copy.buffer).setUint32(at, value, true);
      return copy;
    };
    expect(() => decodeWeights(new Uint8Array())).toThrow(WeightsFileError);
    expect(() => decodeWeights(new TextEncoder().encode("<!doctype html><p>404, no such file"))).toThrow(
      "not a weights file",
    );
    expect(() => decodeWeights(changed(4, 9))).toThrow("version 9");
    expect(() => decodeWeights(changed(8, 0))).toThrow("make no model");
    expect(() => decodeWeights(changed(16, 4_000_000_000))).toThrow("make no model");
    expect(() => decodeWeights(changed(12, 24))).toThrow("expected");
    expect(() => decodeWeights(bytes.subarray(0, bytes.length - 1))).toThrow("expected");
  });
});
