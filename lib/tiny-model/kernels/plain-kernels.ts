import type { Block, Kernels } from "./kernels";

/** The kernels in plain TypeScript: the oracle, and what runs where WebAssembly SIMD is missing. */
export class PlainKernels implements Kernels {
  private numbers = new Float32Array(1 << 16);
  private used = 0;

  memory(): Float32Array {
    return this.numbers;
  }

  allocate(length: number): Block {
    const at = this.used;
    this.used += length;
    if (this.used > this.numbers.length) {
      const grown = new Float32Array(Math.max(this.used, 2 * this.numbers.length));
      grown.set(this.numbers);
      this.numbers = grown;
    }
    return { at, length };
  }

  matmul(c: number, a: number, b: number, n: number, k: number, m: number, accumulate = false): void {
    const x = this.numbers;
    for (let i = 0; i < n; i += 1) {
      const row = c + i * m;
      if (!accumulate) x.fill(0, row, row + m);
      // Row by row of b, not element by element of c: the order of each sum is the same, the memory walk is straight.
      for (let p = 0; p < k; p += 1) {
        const factor = x[a + i * k + p] as number;
        const from = b + p * m;
        for (let j = 0; j < m; j += 1)
          x[row + j] = (x[row + j] as number) + Math.fround(factor * (x[from + j] as number));
      }
    }
  }
}
