import { transpose, type Kernels } from "./kernels/kernels";
import { rmsNorm, rotaryTable, rotate, softmax, squaredRelu, type RotaryTable } from "./layers";
import { layoutOf, type Layout, type ModelShape, type Tensor } from "./model-shape";

/** The prompt does not fit into the model's room. */
export class ContextOverflowError extends Error {
  override readonly name = "ContextOverflowError";
  constructor(
    readonly promptTokens: number,
    readonly contextTokens: number,
  ) {
    super(`${promptTokens} tokens do not fit into ${contextTokens}`);
  }
}

/** The tokens a session has seen, as keys and values per layer. Close it when done: its memory is used again. */
export type Session = {
  readonly length: number;
  feed: (ids: readonly number[]) => Float32Array;
  close: () => void;
};

/** At most this many new tokens are worked on at once; a longer prompt goes in pieces. */
const PIECE = 32;

/** One set of weights answering any number of sessions, each with its own KV cache, in turns. */
export class Inference {
  private readonly layout: Layout;
  private readonly parameters: number;
  private readonly outputMatrix: number;
  private readonly rotary: RotaryTable;
  private readonly scratch: {
    x: number;
    normed: number;
    qkv: number;
    attended: number;
    wide: number;
    hidden: number;
    logits: number;
  };
  private readonly scores: Float32Array;
  private readonly freeCaches: number[] = [];

  constructor(
    readonly shape: ModelShape,
    parameters: Float32Array,
    private readonly kernels: Kernels,
  ) {
    const { width, heads, vocabularySize, contextTokens } = shape;
    this.layout = layoutOf(shape);
    this.parameters = kernels.allocate(parameters.length).at;
    this.outputMatrix = kernels.allocate(vocabularySize * width).at;
    const rows = (columns: number) => kernels.allocate(PIECE * columns).at;
    this.scratch = {
      x: rows(width),
      normed: rows(width),
      qkv: rows(3 * width),
      attended: rows(width),
      wide: rows(4 * width),
      hidden: rows(4 * width),
      logits: kernels.allocate(vocabularySize).at,
    };
    this.scores = new Float32Array(contextTokens);
    this.rotary = rotaryTable(contextTokens, width / heads);
    const memory = kernels.memory();
    memory.set(parameters, this.parameters);
    transpose(memory, this.outputMatrix, this.at(this.layout.embedding), vocabularySize, width);
  }

  /** A new, empty session. */
  open(): Session {
    const { width, layers, contextTokens } = this.shape;
    const cache = this.freeCaches.pop() ?? this.kernels.allocate(layers * 2 * contextTokens * width).at;
    let length = 0;
    let isOpen = true;
    return {
      get length() {
        return length;
      },
      /** Takes in tokens and gives the logits after the last one, a copy. Throws a ContextOverflowError. */
      feed: (ids) => {
        if (!isOpen) throw new Error("the session is closed");
        if (ids.length === 0) throw new Error("nothing to feed");
        if (length + ids.length > contextTokens)
          throw new ContextOverflowError(length + ids.length, contextTokens);
        for (let from = 0; from < ids.length; from += PIECE) {
          const piece = ids.slice(from, from + PIECE);
          this.forward(piece, length, cache);
          length += piece.length;
        }
        return this.kernels
          .memory()
          .slice(this.scratch.logits, this.scratch.logits + this.shape.vocabularySize);
      },
      close: () => {
        if (isOpen) this.freeCaches.push(cache);
        isOpen = false;
      },
    };
  }

  private at(tensor: Tensor): number {
    return this.parameters + tensor.at;
  }

  /** Works `ids` into the cache at `position` and leaves the logits after the last of them in the scratch. */
  private forward(ids: readonly number[], position: number, cache: number): void {
    const { kernels, layout, scratch, shape } = this;
    const { width, heads, contextTokens, vocabularySize } = shape;
    const memory = kernels.memory();
    const n = ids.length;
    ids.forEach((id, row) => {
      const from = this.at(layout.embedding) + id * width;
      memory.copyWithin(scratch.x + row * width, from, from + width);
    });
    layout.layers.forEach((layer, index) => {
      const keys = cache + index * 2 * contextTokens * width;
      const values = keys + contextTokens * width;
      rmsNorm(memory, scratch.normed, scratch.x, this.at(layer.attentionGain), n, width);
      kernels.matmul(scratch.qkv, scratch.normed, this.at(layer.queryKeyValue), n, width, 3 * width);
      for (let row = 0; row < n; row += 1) {
        const from = scratch.qkv + row * 3 * width;
        rotate(memory, from, 2 * heads, position + row, this.rotary);
        memory.copyWithin(keys + (position + row) * width, from + width, from + 2 * width);
        memory.copyWithin(values + (position + row) * width, from + 2 * width, from + 3 * width);
        this.attend(memory, row, position + row + 1, keys, values);
      }
      kernels.matmul(scratch.x, scratch.attended, this.at(layer.attentionOut), n, width, width, true);
      rmsNorm(memory, scratch.normed, scratch.x, this.at(layer.hiddenGain), n, width);
      kernels.matmul(scratch.wide, scratch.normed, this.at(layer.hiddenIn), n, width, 4 * width);
      squaredRelu(memory, scratch.hidden, scratch.wide, n * 4 * width);
      kernels.matmul(scratch.x, scratch.hidden, this.at(layer.hiddenOut), n, 4 * width, width, true);
    });
    rmsNorm(memory, scratch.normed, scratch.x + (n - 1) * width, this.at(layout.finalGain), 1, width);
    kernels.matmul(scratch.logits, scratch.normed, this.outputMatrix, 1, width, vocabularySize);
  }

  /** Attention of one row over the first `length` cached positions, summed in the same order as in training. */
  private attend(memory: Float32Array, row: number, length: number, keys: number, values: number): void {
    const { width, heads } = this.shape;
    const headWidth = width / heads;
    const { scores } = this;
    for (let head = 0; head < heads; head += 1) {
      const query = this.scratch.qkv + row * 3 * width + head * headWidth;
      for (let j = 0; j < length; j += 1) {
        const key = keys + j * width + head * headWidth;
        let sum = 0;
        for (let i = 0; i < headWidth; i += 1)
          sum = Math.fround(sum + Math.fround((memory[query + i] as number) * (memory[key + i] as number)));
        scores[j] = sum;
      }
      softmax(scores, 0, length, 1 / Math.sqrt(headWidth));
      const out = this.scratch.attended + row * width + head * headWidth;
      memory.fill(0, out, out + headWidth);
      for (let j = 0; j < length; j += 1) {
        const weight = scores[j] as number;
        const value = values + j * width + head * headWidth;
        for (let i = 0; i < headWidth; i += 1)
          memory[out + i] = (memory[out + i] as number) + Math.fround(weight * (memory[value + i] as number));
      }
    }
  }
}
