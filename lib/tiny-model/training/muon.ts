import { transpose, type Kernels } from "../kernels/kernels";

const NEWTON_SCHULZ_STEPS = 5;
/** Coefficients of the quintic iteration from Keller Jordan's "Muon" (2024): fast at small singular values. */
const [A, B, C] = [3.4445, -4.775, 2.0315];

/** Turns a matrix into (nearly) the closest orthogonal one: the direction of a Muon step. */
export class Orthogonalizer {
  private readonly x: number;
  private readonly xt: number;
  private readonly gram: number;
  private readonly gramSquared: number;
  private readonly next: number;

  /** `largest`: the most elements of a matrix; `smallerSide`: the most its smaller side may have. */
  constructor(
    private readonly kernels: Kernels,
    largest: number,
    smallerSide: number,
  ) {
    this.x = kernels.allocate(largest).at;
    this.xt = kernels.allocate(largest).at;
    this.next = kernels.allocate(largest).at;
    this.gram = kernels.allocate(smallerSide * smallerSide).at;
    this.gramSquared = kernels.allocate(smallerSide * smallerSide).at;
  }

  /** Replaces `matrix` (rows x columns, row-major) by its orthogonal part. */
  orthogonalize(matrix: Float32Array, rows: number, columns: number): void {
    const { kernels, x, xt, gram, gramSquared, next } = this;
    const memory = kernels.memory();
    const isTall = rows > columns;
    const [r, c] = isTall ? [columns, rows] : [rows, columns];
    memory.set(matrix, isTall ? xt : x);
    if (isTall) transpose(memory, x, xt, rows, columns);
    normalize(memory, x, r * c);
    for (let step = 0; step < NEWTON_SCHULZ_STEPS; step += 1) {
      transpose(memory, xt, x, r, c);
      kernels.matmul(gram, x, xt, r, c, r);
      kernels.matmul(gramSquared, gram, gram, r, r, r);
      for (let i = 0; i < r * r; i += 1)
        memory[gram + i] = B * (memory[gram + i] as number) + C * (memory[gramSquared + i] as number);
      kernels.matmul(next, gram, x, r, r, c);
      for (let i = 0; i < r * c; i += 1)
        memory[x + i] = A * (memory[x + i] as number) + (memory[next + i] as number);
    }
    if (isTall) transpose(memory, xt, x, r, c);
    const from = isTall ? xt : x;
    matrix.set(memory.subarray(from, from + rows * columns));
  }
}

function normalize(memory: Float32Array, at: number, length: number): void {
  let squares = 0;
  for (let i = 0; i < length; i += 1) squares += (memory[at + i] as number) ** 2;
  const scale = 1 / (Math.sqrt(squares) + 1e-7);
  for (let i = 0; i < length; i += 1) memory[at + i] = (memory[at + i] as number) * scale;
}
