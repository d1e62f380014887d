/** A thread of `npm run model:train`: computes the gradient of one shard after another over memory it shares with the trainer. */
import { parentPort, workerData } from "node:worker_threads";
import { WasmKernels } from "../tiny-model/kernels/wasm-kernels";
import type { ModelShape } from "../tiny-model/model-shape";
import { GradientComputer } from "../tiny-model/training/gradient-computer";
import type { Window } from "../tiny-model/training/window";

export type WorkerStart = {
  shape: ModelShape;
  maxRows: number;
  parameters: SharedArrayBuffer;
  gradient: SharedArrayBuffer;
};
export type WorkerTask = { windows: Window[]; scale: number; withGradient: boolean };

const { shape, maxRows, parameters, gradient } = workerData as WorkerStart;
const computer = new GradientComputer(shape, new WasmKernels(), maxRows);
const sharedParameters = new Float32Array(parameters);
const sharedGradient = new Float32Array(gradient);

parentPort?.on("message", ({ windows, scale, withGradient }: WorkerTask) => {
  computer.setParameters(sharedParameters);
  const loss = withGradient ? computer.compute(windows, scale) : computer.loss(windows);
  if (withGradient) sharedGradient.set(computer.gradients());
  parentPort?.postMessage(loss);
});
