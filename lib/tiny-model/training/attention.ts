import { transpose, type Kernels } from "../kernels/kernels";
import { softmax } from "../layers";
import { softmaxBackward } from "./backward-layers";

/** A stretch of rows that attend to one another: one document. */
export type Segment = { start: number; length: number };

/**
 * Causal attention over documents, forward and back, by matrix products per document and head. `qkv` is [rows, 3 * width]
 * with queries, keys and values side by side, already turned to their positions.
 */
export class Attention {
  private readonly scratch: { q: number; k: number; v: number; o: number; t: number; s: number };

  constructor(
    private readonly kernels: Kernels,
    private readonly width: number,
    private readonly heads: number,
    private readonly contextTokens: number,
  ) {
    const slice = () => kernels.allocate(contextTokens * (width / heads)).at;
    const square = () => kernels.allocate(contextTokens * contextTokens).at;
    this.scratch = { q: slice(), k: slice(), v: slice(), o: slice(), t: square(), s: square() };
  }

  private get headWidth(): number {
    return this.width / this.heads;
  }

  /** out[rows, width]; keeps each document's odds in `odds` for the way back: [row, head, contextTokens]. */
  forward(out: number, qkv: number, odds: number, segments: readonly Segment[]): void {
    const { kernels, headWidth, scratch } = this;
    const scale = 1 / Math.sqrt(headWidth);
    const memory = kernels.memory();
    for (const { start, length } of segments) {
      for (let head = 0; head < this.heads; head += 1) {
        this.gather(memory, scratch.q, qkv, start, length, head);
        this.gather(memory, scratch.k, qkv, start, length, this.heads + head);
        this.gather(memory, scratch.v, qkv, start, length, 2 * this.heads + head);
        transpose(memory, scratch.t, scratch.k, length, headWidth);
        kernels.matmul(scratch.s, scratch.q, scratch.t, length, headWidth, length);
        for (let row = 0; row < length; row += 1) {
          const from = scratch.s + row * length;
          softmax(memory, from, from + row + 1, scale);
          memory.fill(0, from + row + 1, from + length);
          memory.copyWithin(this.oddsAt(odds, start + row, head), from, from + length);
        }
        kernels.matmul(scratch.o, scratch.s, scratch.v, length, length, headWidth);
        for (let row = 0; row < length; row += 1) {
          const from = scratch.o + row * headWidth;
          memory.copyWithin(out + (start + row) * this.width + head * headWidth, from, from + headWidth);
        }
      }
    }
  }

  /** From dOut[rows, width] to dQkv[rows, 3 * width], which it overwrites. */
  backward(dQkv: number, dOut: number, qkv: number, odds: number, segments: readonly Segment[]): void {
    const { kernels, headWidth, heads, scratch } = this;
    const scale = 1 / Math.sqrt(headWidth);
    const memory = kernels.memory();
    for (const { start, length } of segments) {
      for (let head = 0; head < heads; head += 1) {
        for (let row = 0; row < length; row += 1) {
          const from = dOut + (start + row) * this.width + head * headWidth;
          memory.copyWithin(scratch.o + row * headWidth, from, from + headWidth);
          const odd = this.oddsAt(odds, start + row, head);
          memory.copyWithin(scratch.t + row * length, odd, odd + length);
        }
        // dV = odds^T · dO
        transpose(memory, scratch.s, scratch.t, length, length);
        kernels.matmul(scratch.v, scratch.s, scratch.o, length, length, headWidth);
        this.scatter(memory, dQkv, scratch.v, start, length, 2 * heads + head);
        // dOdds = dO · V^T, then back through softmax to dScores, in scratch.s
        this.gather(memory, scratch.q, qkv, start, length, 2 * heads + head);
        transpose(memory, scratch.k, scratch.q, length, headWidth);
        kernels.matmul(scratch.s, scratch.o, scratch.k, length, headWidth, length);
        for (let row = 0; row < length; row += 1)
          softmaxBackward(memory, scratch.s + row * length, scratch.t + row * length, length, scale);
        // dQ = dScores · K
        this.gather(memory, scratch.k, qkv, start, length, heads + head);
        kernels.matmul(scratch.v, scratch.s, scratch.k, length, length, headWidth);
        this.scatter(memory, dQkv, scratch.v, start, length, head);
        // dK = dScores^T · Q
        this.gather(memory, scratch.q, qkv, start, length, head);
        transpose(memory, scratch.t, scratch.s, length, length);
        kernels.matmul(scratch.v, scratch.t, scratch.q, length, length, headWidth);
        this.scatter(memory, dQkv, scratch.v, start, length, heads + head);
      }
    }
  }

  private oddsAt(odds: number, row: number, head: number): number {
    return odds + (row * this.heads + head) * this.contextTokens;
  }

  private gather(
    memory: Float32Array,
    to: number,
    qkv: number,
    start: number,
    length: number,
    slot: number,
  ): void {
    const { headWidth, width } = this;
    for (let row = 0; row < length; row += 1) {
      const from = qkv + (start + row) * 3 * width + slot * headWidth;
      memory.copyWithin(to + row * headWidth, from, from + headWidth);
    }
  }

  private scatter(
    memory: Float32Array,
    qkv: number,
    from: number,
    start: number,
    length: number,
    slot: number,
  ): void {
    const { headWidth, width } = this;
    for (let row = 0; row < length; row += 1) {
      const at = from + row * headWidth;
      memory.copyWithin(qkv + (start + row) * 3 * width + slot * headWidth, at, at + headWidth);
    }
  }
}
