import { exactLog } from "../exact-math";
import { transpose, type Block, type Kernels } from "../kernels/kernels";
import { rmsNorm, rotaryTable, rotate, softmax, squaredRelu } from "../layers";
import { layoutOf, type Layout, type ModelShape, type Tensor } from "../model-shape";
import { allocateActivations, type LayerActivations } from "./activations";
import { Attention, type Segment } from "./attention";
import { rmsNormBackward, squaredReluBackward } from "./backward-layers";
import { forEachPosition, segmentsOf } from "./segments";
import type { Window } from "./window";

/** Forward and backward over a batch of windows: the loss and its gradient with respect to every parameter. */
export class GradientComputer {
  readonly layout: Layout;
  private readonly parameters: Block;
  private readonly gradient: Block;
  private readonly attention: Attention;
  private readonly rotary;
  private readonly activations: LayerActivations[];
  private readonly final: { x: number; normed: number; inverse: Float32Array; logits: number };
  private readonly back: { dx: number; dBranch: number; dWide: number; transposed: number };

  /** `maxRows`: the most tokens one call of `compute` may hold. */
  constructor(
    private readonly shape: ModelShape,
    private readonly kernels: Kernels,
    maxRows: number,
  ) {
    const { width, heads, contextTokens, vocabularySize } = shape;
    const rows = (columns: number) => kernels.allocate(maxRows * columns).at;
    this.layout = layoutOf(shape);
    this.parameters = kernels.allocate(this.layout.length);
    this.gradient = kernels.allocate(this.layout.length);
    this.attention = new Attention(kernels, width, heads, contextTokens);
    this.rotary = rotaryTable(contextTokens, width / heads);
    this.activations = this.layout.layers.map(() => allocateActivations(shape, kernels, maxRows));
    this.final = {
      x: rows(width),
      normed: rows(width),
      inverse: new Float32Array(maxRows),
      logits: rows(vocabularySize),
    };
    const widest = Math.max(maxRows * 4 * width, maxRows * vocabularySize, width * vocabularySize);
    this.back = {
      dx: rows(width),
      dBranch: rows(width),
      dWide: rows(4 * width),
      transposed: kernels.allocate(widest).at,
    };
  }

  setParameters(values: Float32Array): void {
    this.kernels.memory().set(values, this.parameters.at);
  }

  /** The gradient of the last `compute`; a view that the next one overwrites. */
  gradients(): Float32Array {
    return this.kernels.memory().subarray(this.gradient.at, this.gradient.at + this.gradient.length);
  }

  /** The logits of the last forward pass, [rows, vocabularySize], before `compute` turned them into gradients. */
  forwardLogits(windows: readonly Window[]): Float32Array {
    const { rows } = this.forward(windows);
    return this.kernels
      .memory()
      .slice(this.final.logits, this.final.logits + rows * this.shape.vocabularySize);
  }

  /** The weighted sum of losses (nats) over the windows; no gradient. */
  loss(windows: readonly Window[]): number {
    return this.lossFrom(windows, 0);
  }

  /** As `loss`, and leaves the gradient of loss * `scale` in `gradients()`. */
  compute(windows: readonly Window[], scale: number): number {
    const loss = this.lossFrom(windows, scale);
    this.backward(windows);
    return loss;
  }

  private forward(windows: readonly Window[]): { rows: number; segments: Segment[] } {
    const { kernels, layout, shape } = this;
    const { width, heads, vocabularySize } = shape;
    const memory = kernels.memory();
    const at = (tensor: Tensor) => this.parameters.at + tensor.at;
    const { segments, rows } = segmentsOf(windows);
    let row = 0;
    let x = this.activations[0]?.x ?? this.final.x;
    for (const { ids } of windows) {
      for (const id of ids) {
        const from = at(layout.embedding) + id * width;
        memory.copyWithin(x + row * width, from, from + width);
        row += 1;
      }
    }
    layout.layers.forEach((layer, index) => {
      const kept = this.activations[index] as LayerActivations;
      rmsNorm(memory, kept.normed, x, at(layer.attentionGain), rows, width, kept.inverse);
      kernels.matmul(kept.qkv, kept.normed, at(layer.queryKeyValue), rows, width, 3 * width);
      forEachPosition(segments, (each, position) => {
        rotate(memory, kept.qkv + each * 3 * width, 2 * heads, position, this.rotary);
      });
      this.attention.forward(kept.attended, kept.qkv, kept.odds, segments);
      memory.copyWithin(kept.middle, x, x + rows * width);
      kernels.matmul(kept.middle, kept.attended, at(layer.attentionOut), rows, width, width, true);
      rmsNorm(memory, kept.hiddenNormed, kept.middle, at(layer.hiddenGain), rows, width, kept.hiddenInverse);
      kernels.matmul(kept.hiddenBefore, kept.hiddenNormed, at(layer.hiddenIn), rows, width, 4 * width);
      squaredRelu(memory, kept.hidden, kept.hiddenBefore, rows * 4 * width);
      const next = this.activations[index + 1]?.x ?? this.final.x;
      memory.copyWithin(next, kept.middle, kept.middle + rows * width);
      kernels.matmul(next, kept.hidden, at(layer.hiddenOut), rows, 4 * width, width, true);
      x = next;
    });
    rmsNorm(memory, this.final.normed, x, at(layout.finalGain), rows, width, this.final.inverse);
    transpose(memory, this.back.transposed, at(layout.embedding), vocabularySize, width);
    kernels.matmul(this.final.logits, this.final.normed, this.back.transposed, rows, width, vocabularySize);
    return { rows, segments };
  }

  /** Sums the weighted losses and turns the logits into their gradient times `scale`. */
  private lossFrom(windows: readonly Window[], scale: number): number {
    this.forward(windows);
    const memory = this.kernels.memory();
    const { vocabularySize } = this.shape;
    let loss = 0;
    let row = 0;
    for (const { ids, weights } of windows) {
      for (let i = 0; i < ids.length; i += 1, row += 1) {
        const from = this.final.logits + row * vocabularySize;
        const weight = weights[i + 1] ?? 0;
        if (weight === 0) {
          memory.fill(0, from, from + vocabularySize);
          continue;
        }
        softmax(memory, from, from + vocabularySize, 1);
        const target = from + (ids[i + 1] as number);
        loss -= weight * exactLog(Math.max(memory[target] as number, 1e-30));
        for (let j = from; j < from + vocabularySize; j += 1)
          memory[j] = (memory[j] as number) * weight * scale;
        memory[target] = (memory[target] as number) - weight * scale;
      }
    }
    return loss;
  }

  private backward(windows: readonly Window[]): void {
    const { kernels, layout, back, final, shape } = this;
    const { width, heads, vocabularySize } = shape;
    const memory = kernels.memory();
    const { segments, rows } = segmentsOf(windows);
    const at = (tensor: Tensor) => this.parameters.at + tensor.at;
    const to = (tensor: Tensor) => this.gradient.at + tensor.at;
    memory.fill(0, this.gradient.at, this.gradient.at + this.gradient.length);

    /** dWeights += input^T · dOutput, and dInput = dOutput · weights^T. */
    const throughMatrix = (tensor: Tensor, input: number, dOutput: number, dInput: number) => {
      transpose(memory, back.transposed, input, rows, tensor.rows);
      kernels.matmul(to(tensor), back.transposed, dOutput, tensor.rows, rows, tensor.columns, true);
      transpose(memory, back.transposed, at(tensor), tensor.rows, tensor.columns);
      kernels.matmul(dInput, dOutput, back.transposed, rows, tensor.columns, tensor.rows);
    };

    transpose(memory, back.transposed, final.logits, rows, vocabularySize);
    kernels.matmul(to(layout.embedding), back.transposed, final.normed, vocabularySize, rows, width, true);
    kernels.matmul(back.dBranch, final.logits, at(layout.embedding), rows, vocabularySize, width);
    memory.fill(0, back.dx, back.dx + rows * width);
    rmsNormBackward(
      memory,
      {
        dx: back.dx,
        dGain: to(layout.finalGain),
        dOut: back.dBranch,
        x: final.x,
        gain: at(layout.finalGain),
      },
      final.inverse,
      rows,
      width,
    );
    for (let index = layout.layers.length - 1; index >= 0; index -= 1) {
      const layer = layout.layers[index] as Layout["layers"][number];
      const kept = this.activations[index] as LayerActivations;
      throughMatrix(layer.hiddenOut, kept.hidden, back.dx, back.dWide);
      squaredReluBackward(memory, back.dWide, kept.hiddenBefore, rows * 4 * width);
      throughMatrix(layer.hiddenIn, kept.hiddenNormed, back.dWide, back.dBranch);
      rmsNormBackward(
        memory,
        {
          dx: back.dx,
          dGain: to(layer.hiddenGain),
          dOut: back.dBranch,
          x: kept.middle,
          gain: at(layer.hiddenGain),
        },
        kept.hiddenInverse,
        rows,
        width,
      );
      throughMatrix(layer.attentionOut, kept.attended, back.dx, back.dBranch);
      this.attention.backward(back.dWide, back.dBranch, kept.qkv, kept.odds, segments);
      forEachPosition(segments, (each, position) => {
        rotate(memory, back.dWide + each * 3 * width, 2 * heads, position, this.rotary, -1);
      });
      throughMatrix(layer.queryKeyValue, kept.normed, back.dWide, back.dBranch);
      rmsNormBackward(
        memory,
        {
          dx: back.dx,
          dGain: to(layer.attentionGain),
          dOut: back.dBranch,
          x: kept.x,
          gain: at(layer.attentionGain),
        },
        kept.inverse,
        rows,
        width,
      );
    }
    let row = 0;
    for (const { ids } of windows) {
      for (const id of ids) {
        const into = to(layout.embedding) + id * width;
        for (let i = 0; i < width; i += 1)
          memory[into + i] = (memory[into + i] as number) + (memory[back.dx + row * width + i] as number);
        row += 1;
      }
    }
  }
}
