/** A block of float32 numbers inside the memory of some kernels: an index (not a byte address) and a length. */
export type Block = { at: number; length: number };

/**
 * The hot loop of the model and the memory it works on. Everything else is plain TypeScript over the same memory, so two
 * implementations of this interface give the same numbers bit for bit.
 */
export interface Kernels {
  /** A view of the whole memory. It goes stale when `allocate` grows the memory: take it anew after allocating. */
  memory(): Float32Array;
  /** A new block of zeros, never freed: callers keep and reuse what they allocate. */
  allocate(length: number): Block;
  /**
   * c[n, m] = a[n, k] · b[k, m] (row-major), or += when `accumulate`. Each element is one float32 sum that takes its
   * terms in the order of k.
   */
  matmul(c: number, a: number, b: number, n: number, k: number, m: number, accumulate?: boolean): void;
}

/** dst[columns, rows] = src[rows, columns] transposed; indices into `memory`. */
export function transpose(
  memory: Float32Array,
  dst: number,
  src: number,
  rows: number,
  columns: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    const from = src + row * columns;
    for (let column = 0; column < columns; column += 1)
      memory[dst + column * rows + row] = memory[from + column] as number;
  }
}
