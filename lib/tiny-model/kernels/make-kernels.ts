import type { Kernels } from "./kernels";
import { PlainKernels } from "./plain-kernels";
import { WasmKernels } from "./wasm-kernels";

/** The fast kernels; the same numbers bit for bit, only slower, where the processor has no 128-bit SIMD. */
export function makeKernels(): Kernels {
  try {
    return new WasmKernels();
  } catch {
    return new PlainKernels();
  }
}
