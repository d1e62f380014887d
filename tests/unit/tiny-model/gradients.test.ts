import { describe, expect, it } from "vitest";
import type { Kernels } from "@/lib/tiny-model/kernels/kernels";
import { PlainKernels } from "@/lib/tiny-model/kernels/plain-kernels";
import { WasmKernels } from "@/lib/tiny-model/kernels/wasm-kernels";
import type { ModelShape } from "@/lib/tiny-model/model-shape";
import { Random } from "@/lib/tiny-model/random";
import { GradientComputer } from "@/lib/tiny-model/training/gradient-computer";
import { initialParameters } from "@/lib/tiny-model/training/trainer";
import type { Window } from "@/lib/tiny-model/training/window";

const shape: ModelShape = { vocabularySize: 24, width: 16, layers: 2, heads: 2, contextTokens: 16 };

function windowOf(random: Random): Window {
  const ids = Int32Array.from({ length: 13 }, () => random.integer(shape.vocabularySize));
  const weights = Float32Array.from(ids, (_, index) =>
    index === 0 || index === 5 ? 0 : index % 2 === 0 ? 1 : 0.25,
  );
  return { ids, starts: [0, 5], weights };
}

/** Parameters with every tensor away from zero, so that every path carries a gradient. */
function parameters(): Float32Array {
  const random = new Random(3);
  return initialParameters(shape, 1).map((value) => value + 0.2 * (random.next() - 0.5));
}

function computerOf(kernels: Kernels): GradientComputer {
  const computer = new GradientComputer(shape, kernels, 32);
  computer.setParameters(parameters());
  return computer;
}

describe("the gradient", () => {
  const windows = [windowOf(new Random(1)), windowOf(new Random(2))];

  it("equals finite differences in every tensor", () => {
    const computer = computerOf(new WasmKernels());
    computer.compute(windows, 1);
    const gradient = computer.gradients().slice();
    const random = new Random(9);
    for (const tensor of computer.layout.tensors) {
      for (let tried = 0; tried < 4; tried += 1) {
        const at = tensor.at + random.integer(tensor.rows * tensor.columns);
        const nudged = (by: number) => {
          const values = parameters();
          values[at] = (values[at] as number) + by;
          computer.setParameters(values);
          return computer.loss(windows);
        };
        const measured = (nudged(4e-3) - nudged(-4e-3)) / 8e-3;
        expect(
          Math.abs(measured - (gradient[at] as number)),
          `${tensor.name} ${measured} ${gradient[at]}`,
        ).toBeLessThan(0.02 * Math.abs(measured) + 6e-3);
      }
    }
  });

  it("is the same, bit for bit, with plain and WebAssembly kernels", () => {
    const plain = computerOf(new PlainKernels());
    const wasm = computerOf(new WasmKernels());
    expect(plain.compute(windows, 0.5)).toBe(wasm.compute(windows, 0.5));
    expect(plain.gradients()).toEqual(wasm.gradients());
  });

  it("of one document does not see another in its window", () => {
    const computer = computerOf(new WasmKernels());
    const [window] = windows as [Window];
    const before = computer.forwardLogits([window]);
    const changed = {
      ...window,
      ids: Int32Array.from(window.ids, (id, index) => (index < 5 ? (id + 1) % shape.vocabularySize : id)),
    };
    const after = computer.forwardLogits([changed]);
    expect(after.subarray(5 * shape.vocabularySize)).toEqual(before.subarray(5 * shape.vocabularySize));
    expect(after.subarray(0, 24)).not.toEqual(before.subarray(0, 24));
  });
});
