import { exactCosSin, exactExp, exactLog } from "./exact-math";

/**
 * The parts of the model between its matrix products, forward. They work on `memory` in place, by index, and are the same
 * code for training and inference, so that both see the same numbers.
 */

const NORM_EPSILON = 1e-5;

/** out = x / rms(x) * gain, row by row; the inverse rms of each row goes to `inverse` (for the way back) if given. */
export function rmsNorm(
  memory: Float32Array,
  out: number,
  x: number,
  gain: number,
  rows: number,
  width: number,
  inverse?: Float32Array,
): void {
  for (let row = 0; row < rows; row += 1) {
    const from = x + row * width;
    let squares = 0;
    for (let i = 0; i < width; i += 1) {
      const value = memory[from + i] as number;
      squares += value * value;
    }
    const scale = Math.fround(1 / Math.sqrt(squares / width + NORM_EPSILON));
    if (inverse) inverse[row] = scale;
    const to = out + row * width;
    for (let i = 0; i < width; i += 1)
      memory[to + i] = (memory[from + i] as number) * scale * (memory[gain + i] as number);
  }
}

/** max(0, x)^2, element by element. */
export function squaredRelu(memory: Float32Array, out: number, x: number, length: number): void {
  for (let i = 0; i < length; i += 1) {
    const value = memory[x + i] as number;
    memory[out + i] = value > 0 ? value * value : 0;
  }
}

/** Turns of the rotary position encoding: for each position and pair of a head, cosine and sine. */
export type RotaryTable = { cos: Float32Array; sin: Float32Array; pairs: number };

/** Pair i of a head turns by position * 10000^(-2i / headWidth). */
export function rotaryTable(positions: number, headWidth: number): RotaryTable {
  const pairs = headWidth / 2;
  const cos = new Float32Array(positions * pairs);
  const sin = new Float32Array(positions * pairs);
  const logBase = exactLog(10_000);
  for (let pair = 0; pair < pairs; pair += 1) {
    const frequency = exactExp((-pair / pairs) * logBase);
    for (let position = 0; position < positions; position += 1) {
      const turn = exactCosSin(position * frequency);
      cos[position * pairs + pair] = turn.cos;
      sin[position * pairs + pair] = turn.sin;
    }
  }
  return { cos, sin, pairs };
}

/** Turns the heads of one row (a query or a key) to its position; `direction` -1 turns back, which is the gradient. */
export function rotate(
  memory: Float32Array,
  row: number,
  heads: number,
  position: number,
  table: RotaryTable,
  direction: 1 | -1 = 1,
): void {
  const { pairs } = table;
  const at = position * pairs;
  for (let head = 0; head < heads; head += 1) {
    const from = row + head * 2 * pairs;
    for (let pair = 0; pair < pairs; pair += 1) {
      const cos = table.cos[at + pair] as number;
      const sin = direction * (table.sin[at + pair] as number);
      const x = memory[from + pair] as number;
      const y = memory[from + pairs + pair] as number;
      memory[from + pair] = x * cos - y * sin;
      memory[from + pairs + pair] = x * sin + y * cos;
    }
  }
}

/** Softmax of `scores[from, to)` in place, after scaling by `scale`. */
export function softmax(scores: Float32Array, from: number, to: number, scale: number): void {
  let highest = -Infinity;
  for (let i = from; i < to; i += 1) {
    const score = scores[i] as number;
    if (score > highest) highest = score;
  }
  let sum = 0;
  for (let i = from; i < to; i += 1) {
    const weight = exactExp(((scores[i] as number) - highest) * scale);
    scores[i] = weight;
    sum += weight;
  }
  for (let i = from; i < to; i += 1) scores[i] = (scores[i] as number) / sum;
}
