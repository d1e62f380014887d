// The entry of Sprout's thread. `server-only` is fine here: Turbopack bundles the thread in the same layer as the route
// handler that starts it.
import "server-only";
import { parentPort } from "node:worker_threads";
import { loadSprout } from "./load-sprout";
import type { SproutEngine } from "./round-robin";
import { RoundRobin } from "./round-robin";
import type { ToSprout } from "./protocol";

let engine: SproutEngine | undefined;
let awake = false;

const sessions = new RoundRobin(
  (job) => (engine ??= loadSprout())(job),
  (message) => parentPort?.postMessage(message),
);

/** One token, then the messages that have come meanwhile: so a stop takes effect within one token. */
function turn(): void {
  awake = sessions.turn();
  if (awake) setImmediate(turn);
}

parentPort?.on("message", (message: ToSprout) => {
  sessions.receive(message);
  if (awake) return;
  awake = true;
  setImmediate(turn);
});
