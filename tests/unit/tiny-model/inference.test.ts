import { describe, expect, it } from "vitest";
import { ContextOverflowError, Inference } from "@/lib/tiny-model/inference";
import type { Kernels } from "@/lib/tiny-model/kernels/kernels";
import { PlainKernels } from "@/lib/tiny-model/kernels/plain-kernels";
import { WasmKernels } from "@/lib/tiny-model/kernels/wasm-kernels";
import type { ModelShape } from "@/lib/tiny-model/model-shape";
import { Random } from "@/lib/tiny-model/random";
import { GradientComputer } from "@/lib/tiny-model/training/gradient-computer";
import { initialParameters } from "@/lib/tiny-model/training/trainer";

const shape: ModelShape = { vocabularySize: 48, width: 32, layers: 2, heads: 4, contextTokens: 80 };

function parameters(): Float32Array {
  const random = new Random(3);
  return initialParameters(shape, 1).map((value) => value + 0.3 * (random.next() - 0.5));
}

const tokens = (seed: number, length: number) => {
  const random = new Random(seed);
  return Array.from({ length }, () => random.integer(shape.vocabularySize));
};
const inferenceWith = (kernels: Kernels) => new Inference(shape, parameters(), kernels);

/** The logits after each token, by the trainer's forward pass over the whole text. */
function fullForward(ids: number[]): Float32Array {
  const computer = new GradientComputer(shape, new WasmKernels(), shape.contextTokens);
  computer.setParameters(parameters());
  return computer.forwardLogits([
    { ids: Int32Array.from(ids), starts: [0], weights: new Float32Array(ids.length) },
  ]);
}

describe("inference with a cache", () => {
  it("equals the full forward pass, exactly, at every position", () => {
    const ids = tokens(1, 70);
    const full = fullForward(ids);
    const session = inferenceWith(new WasmKernels()).open();
    ids.forEach((id, position) => {
      const expected = full.subarray(position * shape.vocabularySize, (position + 1) * shape.vocabularySize);
      expect(session.feed([id]), `position ${position}`).toEqual(expected);
    });
  });

  it("gives the same logits however the text is fed", () => {
    const ids = tokens(2, 79);
    const inference = inferenceWith(new WasmKernels());
    const atOnce = inference.open().feed(ids);
    const inParts = inference.open();
    for (const [from, to] of [
      [0, 1],
      [1, 34],
      [34, 36],
    ] as const)
      inParts.feed(ids.slice(from, to));
    expect(inParts.feed(ids.slice(36))).toEqual(atOnce);
    expect(inParts.length).toBe(79);
  });

  it("is the same with plain and WebAssembly kernels, bit for bit", () => {
    const ids = tokens(3, 60);
    const plain = inferenceWith(new PlainKernels()).open().feed(ids);
    const wasm = inferenceWith(new WasmKernels()).open().feed(ids);
    expect(new Uint32Array(wasm.buffer)).toEqual(new Uint32Array(plain.buffer));
  });
});

describe("sessions", () => {
  it("do not see each other when they take turns", () => {
    const inference = inferenceWith(new WasmKernels());
    const texts = Array.from({ length: 8 }, (_, index) => tokens(10 + index, 20));
    const alone = texts.map((ids) => inferenceWith(new WasmKernels()).open().feed(ids));
    const sessions = texts.map(() => inference.open());
    let last: Float32Array[] = [];
    for (let position = 0; position < 20; position += 1) {
      last = sessions.map((session, index) => session.feed([texts[index]?.[position] as number]));
    }
    expect(last).toEqual(alone);
  });

  it("use closed sessions' memory again, and leave no trace of them", () => {
    const kernels = new WasmKernels();
    const inference = inferenceWith(kernels);
    const fresh = inference.open().feed(tokens(4, 30));
    inference.open().close();
    const size = kernels.memory().length;
    for (let round = 0; round < 500; round += 1) {
      const session = inference.open();
      session.feed([round % shape.vocabularySize]);
      session.close();
      session.close();
    }
    const again = inference.open();
    expect(again.feed(tokens(4, 30))).toEqual(fresh);
    expect(kernels.memory().length).toBe(size);
  });

  it("refuse what does not fit, in numbers, and stay as they were", () => {
    const session = inferenceWith(new WasmKernels()).open();
    session.feed(tokens(5, 78));
    expect(() => session.feed([1, 2, 3])).toThrow(new ContextOverflowError(81, 80));
    expect(session.length).toBe(78);
    expect(session.feed([1, 2])).toHaveLength(shape.vocabularySize);
  });

  it("refuse to go on when closed", () => {
    const session = inferenceWith(new WasmKernels()).open();
    session.close();
    expect(() => session.feed([1])).toThrow("closed");
  });
});
