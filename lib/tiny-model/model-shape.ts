/** The sizes of a model. `width` is split evenly over `heads`; the hidden layer is four times as wide. */
export type ModelShape = {
  vocabularySize: number;
  width: number;
  layers: number;
  heads: number;
  contextTokens: number;
};

/** Sprout, the model that ships: 0.92 million parameters. */
export const SPROUT_SHAPE: ModelShape = {
  vocabularySize: 1024,
  width: 128,
  layers: 4,
  heads: 4,
  contextTokens: 256,
};

/** One weight matrix, or a vector of gains (`rows` 1). Row-major; a matrix maps `rows` inputs to `columns` outputs. */
export type Tensor = {
  name: string;
  kind: "embedding" | "matrix" | "gain";
  rows: number;
  columns: number;
  at: number;
};

export type LayerTensors = {
  attentionGain: Tensor;
  queryKeyValue: Tensor;
  attentionOut: Tensor;
  hiddenGain: Tensor;
  hiddenIn: Tensor;
  hiddenOut: Tensor;
};
export type Layout = {
  embedding: Tensor;
  layers: LayerTensors[];
  finalGain: Tensor;
  tensors: Tensor[];
  length: number;
};

/**
 * Where each tensor stands in the flat list of parameters. Pre-norm blocks: RMSNorm gain, attention, RMSNorm gain,
 * squared-ReLU hidden layer; the embedding is also the output matrix.
 */
export function layoutOf({ vocabularySize, width, layers }: ModelShape): Layout {
  const tensors: Tensor[] = [];
  let length = 0;
  const add = (name: string, kind: Tensor["kind"], rows: number, columns: number): Tensor => {
    const tensor = { name, kind, rows, columns, at: length };
    length += rows * columns;
    tensors.push(tensor);
    return tensor;
  };
  const embedding = add("embedding", "embedding", vocabularySize, width);
  const blocks = Array.from({ length: layers }, (_, layer) => ({
    attentionGain: add(`${layer}.attentionGain`, "gain", 1, width),
    queryKeyValue: add(`${layer}.queryKeyValue`, "matrix", width, 3 * width),
    attentionOut: add(`${layer}.attentionOut`, "matrix", width, width),
    hiddenGain: add(`${layer}.hiddenGain`, "gain", 1, width),
    hiddenIn: add(`${layer}.hiddenIn`, "matrix", width, 4 * width),
    hiddenOut: add(`${layer}.hiddenOut`, "matrix", 4 * width, width),
  }));
  const finalGain = add("finalGain", "gain", 1, width);
  return { embedding, layers: blocks, finalGain, tensors, length };
}
