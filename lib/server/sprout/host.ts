import "server-only";
import { Worker } from "node:worker_threads";
import { newId } from "@/lib/new-id";
import { logFault } from "../log-fault";
import { shared } from "../shared";
import type { FromSprout, SproutJob, ToSprout } from "./protocol";
import { SproutSession, WINDOW } from "./session";

/** The part of a worker thread that the host needs. */
export type SproutThread = Pick<Worker, "postMessage" | "on" | "unref">;

/** Keeps the one thread that runs Sprout, started on first use and again after a crash. */
export class SproutHost {
  readonly #makeThread: () => SproutThread;
  readonly #sessions = new Map<number, SproutSession>();
  #thread: SproutThread | undefined;
  #lastId = 0;

  constructor(makeThread: () => SproutThread) {
    this.#makeThread = makeThread;
  }

  /** How many answers the thread is writing: a stopped one counts until the thread has said that it stopped. */
  get size(): number {
    return this.#sessions.size;
  }

  open(job: SproutJob): SproutSession {
    const id = (this.#lastId += 1);
    const thread = (this.#thread ??= this.#start());
    const send = (message: ToSprout) => thread.postMessage(message);
    const session = new SproutSession({
      more: (credit) => send({ type: "more", session: id, credit }),
      stop: () => send({ type: "stop", session: id }),
    });
    this.#sessions.set(id, session);
    send({ type: "start", session: id, job, credit: WINDOW });
    return session;
  }

  #start(): SproutThread {
    const thread = this.#makeThread();
    // The thread must not keep the process alive when it is told to go.
    thread.unref();
    thread.on("message", (message: FromSprout) => this.#receive(message));
    thread.on("error", (error) => {
      logFault(newId(), error);
      this.#lose(thread);
    });
    thread.on("exit", () => this.#lose(thread));
    return thread;
  }

  #receive({ session: id, ...message }: FromSprout): void {
    const session = this.#sessions.get(id);
    if (message.type === "step") return session?.push(message.step);
    this.#sessions.delete(id);
    session?.finish(message);
  }

  #lose(thread: SproutThread): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    for (const session of this.#sessions.values()) session.finish({ type: "failed", code: "model_failed" });
    this.#sessions.clear();
  }
}

/** The host of this process. */
export function sproutHost(): SproutHost {
  return shared("sprout", () => new SproutHost(() => new Worker(new URL("./worker.ts", import.meta.url))));
}
