import type { Kernels } from "../kernels/kernels";
import { layoutOf, type ModelShape } from "../model-shape";
import { Random } from "../random";
import { Optimizer } from "./optimizer";

/** The gradients of a batch come in this many parts, added in this order, whoever computes them. */
export const SHARDS = 2;

/** Where a training stands: enough to go on with the same result as if it had never stopped. */
export type Checkpoint = {
  step: number;
  parameters: Float32Array;
  first: Float32Array;
  second: Float32Array;
};

/** Loss (weighted sum, nats) and gradient of one shard. */
export type ShardResult = { loss: number; gradient: Float32Array };

/** Parameters and optimizer of one training; the gradients are computed elsewhere, possibly in several threads. */
export class Trainer {
  readonly parameters: Float32Array;
  private readonly optimizer: Optimizer;
  step = 0;

  constructor(
    shape: ModelShape,
    kernels: Kernels,
    seed: number,
    private readonly cycles: readonly Cycle[],
  ) {
    const layout = layoutOf(shape);
    this.parameters = initialParameters(shape, seed);
    this.optimizer = new Optimizer(layout, kernels);
  }

  /** Applies one batch's gradients: shards are summed in their order, so threads change nothing. */
  apply(shards: readonly ShardResult[]): void {
    const sum = Float32Array.from(shards[0]?.gradient ?? []);
    for (const { gradient } of shards.slice(1))
      for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (gradient[i] as number);
    this.optimizer.apply(this.parameters, sum, this.step, schedule(this.step, this.cycles));
    this.step += 1;
  }

  checkpoint(): Checkpoint {
    return {
      step: this.step,
      parameters: this.parameters.slice(),
      first: this.optimizer.state.first.slice(),
      second: this.optimizer.state.second.slice(),
    };
  }

  resume({ step, parameters, first, second }: Checkpoint): void {
    this.step = step;
    this.parameters.set(parameters);
    this.optimizer.state.first.set(first);
    this.optimizer.state.second.set(second);
  }
}

/** A stretch of training in which the learning rate rises to `peak` (1 is the full rate), stays, and falls to nothing. */
export type Cycle = { steps: number; peak: number };

const WARM_UP_STEPS = 40;
/** The share of a cycle over which the learning rate falls to nothing; calibrated odds need the long fall. */
const COOL_DOWN = 0.7;

/** The share of the full learning rate at a step, counted over all cycles; 0 after the last. */
export function schedule(step: number, cycles: readonly Cycle[]): number {
  let local = step;
  for (const { steps, peak } of cycles) {
    if (local < steps) {
      const up = (local + 1) / WARM_UP_STEPS;
      const down = (steps - local) / (steps * COOL_DOWN);
      return peak * Math.min(1, up, down);
    }
    local -= steps;
  }
  return 0;
}

/** Uniform matrices scaled to their inputs, outputs of a block at zero, gains at one. */
export function initialParameters(shape: ModelShape, seed: number): Float32Array {
  const layout = layoutOf(shape);
  const random = new Random(seed);
  const values = new Float32Array(layout.length);
  for (const { name, kind, rows, columns, at } of layout.tensors) {
    const reach =
      kind === "embedding" ? 0.05 : name.endsWith("Out") ? 0 : Math.sqrt(3) * 0.5 * Math.sqrt(1 / rows);
    for (let i = at; i < at + rows * columns; i += 1)
      values[i] = kind === "gain" ? 1 : reach * (2 * random.next() - 1);
  }
  return values;
}
