import { EventEmitter } from "node:events";
import type { FromSprout, ToSprout } from "@/lib/server/sprout/protocol";
import { RoundRobin } from "@/lib/server/sprout/round-robin";
import { countingEngine } from "./fake-engine";

/** A thread that is none: the same scheduler behind the same messages, turned by hand, or by itself when `alive`. */
export class FakeThread extends EventEmitter {
  readonly robin: RoundRobin;
  unrefs = 0;

  constructor(
    engine = countingEngine(100).engine,
    private readonly alive = false,
  ) {
    super();
    this.robin = new RoundRobin(engine, (message: FromSprout) => void this.emit("message", message));
  }

  postMessage(message: ToSprout): void {
    this.robin.receive(structuredClone(message));
    if (this.alive) setImmediate(() => this.turnAll());
  }

  unref(): void {
    this.unrefs += 1;
  }

  turnAll(): void {
    while (this.robin.turn());
  }
}
