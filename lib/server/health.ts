import "server-only";
import { runs } from "./runs";
import { sproutHost } from "./sprout/host";

export type Health = { status: "ready"; runs?: number; sessions?: number };

/** That the server answers, and with `detail` how many runs it holds and how many answers Sprout is writing. */
export function readHealth(detail: boolean): Health {
  return detail ? { status: "ready", runs: runs().size, sessions: sproutHost().size } : { status: "ready" };
}
