import type { Kernels } from "../kernels/kernels";
import type { ModelShape } from "../model-shape";

/** What the way forward through a layer leaves for the way back: indices into the kernels' memory. */
export type LayerActivations = {
  x: number;
  normed: number;
  inverse: Float32Array;
  qkv: number;
  odds: number;
  attended: number;
  middle: number;
  hiddenNormed: number;
  hiddenInverse: Float32Array;
  hiddenBefore: number;
  hidden: number;
};

/** Room for the activations of one layer over at most `maxRows` tokens. */
export function allocateActivations(
  { width, heads, contextTokens }: ModelShape,
  kernels: Kernels,
  maxRows: number,
): LayerActivations {
  const rows = (columns: number) => kernels.allocate(maxRows * columns).at;
  return {
    x: rows(width),
    normed: rows(width),
    inverse: new Float32Array(maxRows),
    qkv: rows(3 * width),
    odds: rows(heads * contextTokens),
    attended: rows(width),
    middle: rows(width),
    hiddenNormed: rows(width),
    hiddenInverse: new Float32Array(maxRows),
    hiddenBefore: rows(4 * width),
    hidden: rows(4 * width),
  };
}
