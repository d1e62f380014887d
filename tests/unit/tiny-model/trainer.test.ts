import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WasmKernels } from "@/lib/tiny-model/kernels/wasm-kernels";
import type { ModelShape } from "@/lib/tiny-model/model-shape";
import { Random } from "@/lib/tiny-model/random";
import { GradientComputer } from "@/lib/tiny-model/training/gradient-computer";
import { Orthogonalizer } from "@/lib/tiny-model/training/muon";
import { schedule, Trainer } from "@/lib/tiny-model/training/trainer";
import { packWindows, type Window } from "@/lib/tiny-model/training/window";

const shape: ModelShape = { vocabularySize: 24, width: 16, layers: 1, heads: 2, contextTokens: 32 };

/** Batch number `step`: words that count up from a random start, so that there is something to learn. */
function batch(step: number): Window[] {
  const random = new Random(step);
  return Array.from({ length: 4 }, () => {
    const first = random.integer(24);
    const ids = Int32Array.from({ length: 20 }, (_, i) => (first + i) % 24);
    return { ids, starts: [0], weights: Float32Array.from(ids, (_, i) => (i === 0 ? 0 : 1)) };
  });
}

/** A training that can be stepped: two shards of two windows. */
function training() {
  const kernels = new WasmKernels();
  const computer = new GradientComputer(shape, kernels, 64);
  const trainer = new Trainer(shape, kernels, 1, [{ steps: 60, peak: 1 }]);
  const step = () => {
    const windows = batch(trainer.step);
    computer.setParameters(trainer.parameters);
    const shards = [windows.slice(0, 2), windows.slice(2)].map((shard) => {
      const loss = computer.compute(shard, 1 / 76);
      return { loss, gradient: computer.gradients().slice() };
    });
    trainer.apply(shards);
    return shards.reduce((sum, { loss }) => sum + loss, 0) / 76;
  };
  return { trainer, step };
}

describe("training", () => {
  it("gives the same weights twice, bit for bit, and learns", () => {
    const [first, second] = [training(), training()];
    const losses = Array.from({ length: 20 }, () => first.step());
    for (let i = 0; i < 20; i += 1) second.step();
    expect(second.trainer.parameters).toEqual(first.trainer.parameters);
    expect(losses[0]).toBeCloseTo(Math.log(24), 0);
    expect(losses[19]).toBeLessThan((losses[0] as number) - 0.3);
  });

  it("goes on from a checkpoint as if it had never stopped", () => {
    const [whole, stopped, resumed] = [training(), training(), training()];
    for (let i = 0; i < 20; i += 1) whole.step();
    for (let i = 0; i < 12; i += 1) stopped.step();
    const checkpoint = stopped.trainer.checkpoint();
    stopped.step();
    resumed.trainer.resume(checkpoint);
    for (let i = 12; i < 20; i += 1) resumed.step();
    expect(resumed.trainer.step).toBe(20);
    expect(resumed.trainer.parameters).toEqual(whole.trainer.parameters);
  });

  it("warms up, holds and falls to nothing by its steps", () => {
    const cycles = [
      { steps: 1000, peak: 1 },
      { steps: 100, peak: 0.5 },
    ];
    expect(schedule(0, cycles)).toBeLessThan(0.05);
    expect(schedule(200, cycles)).toBe(1);
    expect(schedule(650, cycles)).toBeCloseTo(0.5, 9);
    expect(schedule(999, cycles)).toBeLessThan(0.002);
    expect(schedule(1000, cycles)).toBeLessThan(0.05);
    expect(schedule(1039, cycles)).toBeLessThanOrEqual(0.5);
    expect(schedule(1100, cycles)).toBe(0);
  });
});

it("orthogonalizing brings all singular values near 1", () => {
  const random = new Random(5);
  for (const [rows, columns] of [
    [8, 24],
    [24, 8],
    [16, 16],
  ] as const) {
    const matrix = Float32Array.from({ length: rows * columns }, () => random.next() - 0.5);
    new Orthogonalizer(new WasmKernels(), 24 * 24, 16).orthogonalize(matrix, rows, columns);
    const squares = matrix.reduce((sum, value) => sum + value * value, 0);
    // The sum of the squares of the singular values; Muon's quick iteration leaves each between 0.7 and 1.2.
    expect(squares / Math.min(rows, columns)).toBeGreaterThan(0.5);
    expect(squares / Math.min(rows, columns)).toBeLessThan(1.4);
  }
});

describe("windows", () => {
  const documents = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 120 }).map((lengths) =>
    lengths.map((length, index) => ({
      ids: [index, ...Array<number>(length - 1).fill(-1)],
      weights: Array<number>(length).fill(1),
    })),
  );

  it("hold every document that fits once and whole, and none is longer than the room", () => {
    fc.assert(
      fc.property(documents, (all) => {
        const windows = [...packWindows(all, 32)];
        const seen = windows.flatMap(({ ids, starts }) =>
          starts.map((start, i) => [ids[start] as number, (starts[i + 1] ?? ids.length) - start]),
        );
        const expected = all
          .map(({ ids }) => [ids[0] as number, ids.length])
          .filter(([, length]) => (length as number) <= 32);
        expect(seen.toSorted((a, b) => (a[0] as number) - (b[0] as number))).toEqual(expected);
        for (const { ids, weights, starts } of windows) {
          expect(ids.length).toBeLessThanOrEqual(32);
          expect(weights).toHaveLength(ids.length);
          // Nothing is asked of a document's first token: what stands before it is another document.
          for (const start of starts) expect(weights[start]).toBe(0);
        }
      }),
    );
  });
});
