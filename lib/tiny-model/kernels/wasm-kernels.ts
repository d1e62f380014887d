import type { Block, Kernels } from "./kernels";
import { WASM_BASE64 } from "./wasm-bytes";

const PAGE_BYTES = 65_536;
/** The compiled module's own data lies at low addresses; tensors start above the first page. */
const FIRST_INDEX = PAGE_BYTES / 4;

type Exports = {
  matmul: (c: number, a: number, b: number, n: number, k: number, m: number, accumulate: boolean) => void;
};

/** The kernels in WebAssembly with 128-bit SIMD, equal to `PlainKernels` bit for bit. */
export class WasmKernels implements Kernels {
  private readonly storage = new WebAssembly.Memory({ initial: 16 });
  private readonly run: Exports["matmul"];
  private view: Float32Array;
  private used = FIRST_INDEX;

  /** Throws a WebAssembly.CompileError where SIMD is missing: use `PlainKernels` then. */
  constructor() {
    const bytes = Uint8Array.from(atob(WASM_BASE64), (character) => character.charCodeAt(0));
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
      env: { memory: this.storage },
    });
    this.run = (instance.exports as unknown as Exports).matmul;
    this.view = new Float32Array(this.storage.buffer);
  }

  memory(): Float32Array {
    return this.view;
  }

  allocate(length: number): Block {
    const at = this.used;
    // Blocks start on a 16-byte border, so that vector loads do not straddle cache lines.
    this.used += (length + 3) & ~3;
    const missing = this.used * 4 - this.storage.buffer.byteLength;
    if (missing > 0) this.storage.grow(Math.ceil(missing / PAGE_BYTES));
    this.view = new Float32Array(this.storage.buffer);
    return { at, length };
  }

  matmul(c: number, a: number, b: number, n: number, k: number, m: number, accumulate = false): void {
    this.run(c * 4, a * 4, b * 4, n, k, m, accumulate);
  }
}
