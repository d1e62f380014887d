/** The ways back through `../layers.ts`: each adds to the gradient of its input. */

/** Back through `rmsNorm`: adds to dx and to the gain's gradient. `inverse` is what the way forward kept. */
export function rmsNormBackward(
  memory: Float32Array,
  blocks: { dx: number; dGain: number; dOut: number; x: number; gain: number },
  inverse: Float32Array,
  rows: number,
  width: number,
): void {
  const { dx, dGain, dOut, x, gain } = blocks;
  for (let row = 0; row < rows; row += 1) {
    const at = row * width;
    const scale = inverse[row] as number;
    let along = 0;
    for (let i = 0; i < width; i += 1) {
      const dy = memory[dOut + at + i] as number;
      const value = memory[x + at + i] as number;
      along += dy * (memory[gain + i] as number) * value;
      memory[dGain + i] = (memory[dGain + i] as number) + dy * value * scale;
    }
    const pull = (along * scale * scale * scale) / width;
    for (let i = 0; i < width; i += 1) {
      const own = (memory[dOut + at + i] as number) * (memory[gain + i] as number) * scale;
      memory[dx + at + i] = (memory[dx + at + i] as number) + own - (memory[x + at + i] as number) * pull;
    }
  }
}

/** Back through `squaredRelu`, in place: dOut becomes the gradient of x. */
export function squaredReluBackward(memory: Float32Array, dOut: number, x: number, length: number): void {
  for (let i = 0; i < length; i += 1) {
    const value = memory[x + i] as number;
    memory[dOut + i] = value > 0 ? 2 * value * (memory[dOut + i] as number) : 0;
  }
}

/** Back through `softmax` of one row, in place: dOut becomes the gradient of the unscaled scores. */
export function softmaxBackward(
  memory: Float32Array,
  dOut: number,
  probabilities: number,
  length: number,
  scale: number,
): void {
  let mean = 0;
  for (let i = 0; i < length; i += 1)
    mean += (memory[dOut + i] as number) * (memory[probabilities + i] as number);
  for (let i = 0; i < length; i += 1) {
    memory[dOut + i] = (memory[probabilities + i] as number) * ((memory[dOut + i] as number) - mean) * scale;
  }
}
