import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { layoutOf, type ModelShape } from "../tiny-model/model-shape";
import { SHARDS, type ShardResult } from "../tiny-model/training/trainer";
import type { Window } from "../tiny-model/training/window";
import type { WorkerStart, WorkerTask } from "./gradient-worker";

/** Node 20 does not pass the loader of TypeScript on to threads; each registers it anew. */
const BOOTSTRAP = `import("tsx/esm/api").then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL("./gradient-worker.ts", import.meta.url).href)});
});`;

/** One thread per shard. The shards are fixed, so the result does not depend on how fast each thread is. */
export class ShardPool {
  private readonly parameters: SharedArrayBuffer;
  private readonly shards: { worker: Worker; gradient: Float32Array }[];

  /** `maxRows`: the most tokens one shard may hold. */
  constructor(shape: ModelShape, maxRows: number) {
    const bytes = 4 * layoutOf(shape).length;
    this.parameters = new SharedArrayBuffer(bytes);
    this.shards = Array.from({ length: SHARDS }, () => {
      const gradient = new SharedArrayBuffer(bytes);
      const start: WorkerStart = { shape, maxRows, parameters: this.parameters, gradient };
      const worker = new Worker(BOOTSTRAP, { eval: true, workerData: start });
      return { worker, gradient: new Float32Array(gradient) };
    });
  }

  /** Loss (and gradient) of a batch of windows, dealt to the shards in turn; gradients stay valid until the next call. */
  async compute(
    parameters: Float32Array,
    windows: readonly Window[],
    scale: number,
    withGradient = true,
  ): Promise<ShardResult[]> {
    new Float32Array(this.parameters).set(parameters);
    return Promise.all(
      this.shards.map(async ({ worker, gradient }, index) => {
        const task: WorkerTask = {
          windows: windows.filter((_, place) => place % SHARDS === index),
          scale,
          withGradient,
        };
        worker.postMessage(task);
        const [loss] = (await once(worker, "message")) as [number];
        return { loss, gradient };
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.shards.map(({ worker }) => worker.terminate()));
  }
}
