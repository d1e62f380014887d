import { layoutOf, type ModelShape, type Tensor } from "./model-shape";

/**
 * The weights as they ship: a header, then for each tensor 8-bit numbers with one float32 scale per output (a column of
 * a matrix, a row of the embedding); gains stay float32. Little-endian.
 *
 *     "SPRT" | version u32 | vocabularySize width layers heads contextTokens u32 | tensors in the order of the layout
 */
const MAGIC = 0x54525053;
const VERSION = 1;
const HEADER_BYTES = 28;

/** Thrown when a file is not weights of ours, or not whole. */
export class WeightsFileError extends Error {
  override readonly name = "WeightsFileError";
}

/** One scale per output: the embedding's outputs are its rows, a matrix's its columns. */
function outputs({ kind, rows, columns }: Tensor): {
  count: number;
  size: number;
  index: (output: number, i: number) => number;
} {
  return kind === "embedding"
    ? { count: rows, size: columns, index: (output, i) => output * columns + i }
    : { count: columns, size: rows, index: (output, i) => i * columns + output };
}

function bytesOf(tensor: Tensor): number {
  if (tensor.kind === "gain") return 4 * tensor.columns;
  const { count, size } = outputs(tensor);
  return 4 * count + count * size;
}

/** Rounds float32 parameters to 8 bits, each output to its own scale. */
export function encodeWeights(shape: ModelShape, parameters: Float32Array): Uint8Array<ArrayBuffer> {
  const { tensors } = layoutOf(shape);
  const bytes = new Uint8Array(HEADER_BYTES + tensors.reduce((sum, tensor) => sum + bytesOf(tensor), 0));
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, ...sizes(shape)].forEach((value, index) => view.setUint32(4 * index, value, true));
  let at = HEADER_BYTES;
  for (const tensor of tensors) {
    if (tensor.kind === "gain") {
      for (let i = 0; i < tensor.columns; i += 1)
        view.setFloat32(at + 4 * i, parameters[tensor.at + i] as number, true);
    } else {
      const { count, size, index } = outputs(tensor);
      for (let output = 0; output < count; output += 1) {
        let largest = 0;
        for (let i = 0; i < size; i += 1)
          largest = Math.max(largest, Math.abs(parameters[tensor.at + index(output, i)] as number));
        const scale = Math.fround(largest / 127);
        view.setFloat32(at + 4 * output, scale, true);
        const from = at + 4 * count + output * size;
        for (let i = 0; i < size; i += 1) {
          view.setInt8(
            from + i,
            scale === 0 ? 0 : Math.round((parameters[tensor.at + index(output, i)] as number) / scale),
          );
        }
      }
    }
    at += bytesOf(tensor);
  }
  return bytes;
}

/** Reads what `encodeWeights` wrote, as float32 parameters in the order of the layout. Throws a WeightsFileError. */
export function decodeWeights(bytes: Uint8Array): { shape: ModelShape; parameters: Float32Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES || view.getUint32(0, true) !== MAGIC)
    throw new WeightsFileError("this is not a weights file");
  if (view.getUint32(4, true) !== VERSION)
    throw new WeightsFileError(`unknown weights version ${view.getUint32(4, true)}`);
  const [vocabularySize, width, layers, heads, contextTokens] = [8, 12, 16, 20, 24].map((offset) =>
    view.getUint32(offset, true),
  ) as [number, number, number, number, number];
  const shape: ModelShape = { vocabularySize, width, layers, heads, contextTokens };
  if (sizes(shape).some((size) => size === 0 || size > 65_536) || layers > 64)
    throw new WeightsFileError("the sizes make no model");
  const layout = layoutOf(shape);
  const whole = HEADER_BYTES + layout.tensors.reduce((sum, tensor) => sum + bytesOf(tensor), 0);
  if (bytes.byteLength !== whole)
    throw new WeightsFileError(`${bytes.byteLength} bytes where ${whole} were expected`);
  const parameters = new Float32Array(layout.length);
  let at = HEADER_BYTES;
  for (const tensor of layout.tensors) {
    if (tensor.kind === "gain") {
      for (let i = 0; i < tensor.columns; i += 1)
        parameters[tensor.at + i] = view.getFloat32(at + 4 * i, true);
    } else {
      const { count, size, index } = outputs(tensor);
      for (let output = 0; output < count; output += 1) {
        const scale = view.getFloat32(at + 4 * output, true);
        const from = at + 4 * count + output * size;
        for (let i = 0; i < size; i += 1)
          parameters[tensor.at + index(output, i)] = view.getInt8(from + i) * scale;
      }
    }
    at += bytesOf(tensor);
  }
  return { shape, parameters };
}

function sizes({ vocabularySize, width, layers, heads, contextTokens }: ModelShape): number[] {
  return [vocabularySize, width, layers, heads, contextTokens];
}
