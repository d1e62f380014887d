import "server-only";
import { runs } from "./runs";
import { sproutHost } from "./sprout/host";

export type Health = { status: "ready" | "ending"; runs?: number; sessions?: number };

/** That the server answers, and with `detail` how many runs it holds and how many answers Sprout is writing. */
export function readHealth(detail: boolean): Health {
  const status = runs().isClosed ? "ending" : "ready";
  return detail ? { status, runs: runs().size, sessions: sproutHost().size } : { status };
}
