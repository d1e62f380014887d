import type { Kernels } from "../kernels/kernels";
import type { Layout, Tensor } from "../model-shape";
import { Orthogonalizer } from "./muon";

/** Steps of the two optimizers, in units of their own; the schedule scales both alike. */
export type LearningRates = { matrix: number; embedding: number; gain: number };
export const LEARNING_RATES: LearningRates = { matrix: 0.02, embedding: 0.004, gain: 0.004 };

const MOMENTUM = 0.95;
const BETA_FIRST = 0.9;
const BETA_SECOND = 0.95;
const ADAM_EPSILON = 1e-10;

/** Everything an optimizer remembers between steps; with the parameters and the step it makes a checkpoint. */
export type OptimizerState = { first: Float32Array; second: Float32Array };

/** Muon for the matrices, Adam for the embedding and the gains (recipe of the model card). */
export class Optimizer {
  readonly state: OptimizerState;
  private readonly orthogonalizer: Orthogonalizer;

  constructor(
    private readonly layout: Layout,
    kernels: Kernels,
  ) {
    this.state = { first: new Float32Array(layout.length), second: new Float32Array(layout.length) };
    const matrices = layout.tensors.filter(({ kind }) => kind === "matrix");
    const largest = Math.max(...matrices.map(({ rows, columns }) => rows * columns));
    this.orthogonalizer = new Orthogonalizer(
      kernels,
      largest,
      Math.max(...matrices.map(({ rows, columns }) => Math.min(rows, columns))),
    );
  }

  /** One step; `step` counts from 0, `schedule` is the share of the full learning rates. */
  apply(parameters: Float32Array, gradient: Float32Array, step: number, schedule: number): void {
    for (const tensor of this.layout.tensors) {
      if (tensor.kind === "matrix") this.muon(parameters, gradient, tensor, schedule * LEARNING_RATES.matrix);
      else this.adam(parameters, gradient, tensor, step, schedule * LEARNING_RATES[tensor.kind]);
    }
  }

  private muon(
    parameters: Float32Array,
    gradient: Float32Array,
    { at, rows, columns }: Tensor,
    rate: number,
  ): void {
    const { first } = this.state;
    const direction = new Float32Array(rows * columns);
    for (let i = 0; i < direction.length; i += 1) {
      const slope = gradient[at + i] as number;
      const momentum = MOMENTUM * (first[at + i] as number) + slope;
      first[at + i] = momentum;
      direction[i] = slope + MOMENTUM * momentum;
    }
    this.orthogonalizer.orthogonalize(direction, rows, columns);
    const scaled = rate * Math.sqrt(Math.max(1, columns / rows));
    for (let i = 0; i < direction.length; i += 1)
      parameters[at + i] = (parameters[at + i] as number) - scaled * (direction[i] as number);
  }

  private adam(
    parameters: Float32Array,
    gradient: Float32Array,
    { at, rows, columns }: Tensor,
    step: number,
    rate: number,
  ): void {
    const { first, second } = this.state;
    const firstBias = 1 - power(BETA_FIRST, step + 1);
    const secondBias = 1 - power(BETA_SECOND, step + 1);
    for (let i = at; i < at + rows * columns; i += 1) {
      const slope = gradient[i] as number;
      const mean = BETA_FIRST * (first[i] as number) + (1 - BETA_FIRST) * slope;
      const square = BETA_SECOND * (second[i] as number) + (1 - BETA_SECOND) * slope * slope;
      first[i] = mean;
      second[i] = square;
      parameters[i] =
        (parameters[i] as number) -
        (rate * (mean / firstBias)) / (Math.sqrt(square / secondBias) + ADAM_EPSILON);
    }
  }
}

/** base^exponent for a whole exponent, by multiplication alone: the same in every engine. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent && result > 1e-300; i += 1) result *= base;
  return result;
}
