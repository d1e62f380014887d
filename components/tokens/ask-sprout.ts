import type { FromWorker, SproutAnswers, SproutAskType, ToWorker } from "./sprout-asks";

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

/** Sprout's thread in this browser, started by the first question. A thread that breaks fails what waits for it. */
function startWorker(): Worker {
  const started = new Worker(new URL("./sprout-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { id, result, error } }: MessageEvent<FromWorker>) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(result as never);
    else asker?.reject(new Error(error));
  });
  started.addEventListener("error", () => {
    if (worker === started) worker = undefined;
    started.terminate();
    for (const { reject } of waiting.values()) reject(new Error("Sprout's thread could not be started"));
    waiting.clear();
  });
  return started;
}

/** Asks Sprout's thread in the browser. Rejects when its code or its files cannot be fetched; the next question tries again. */
export function askSprout<T extends SproutAskType>(
  type: T,
  ask: SproutAnswers[T]["ask"],
): Promise<SproutAnswers[T]["answer"]> {
  worker ??= startWorker();
  asked += 1;
  const id = asked;
  const message = { id, ask: { type, ...ask } } as unknown as ToWorker;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
    worker?.postMessage(message);
  });
}
