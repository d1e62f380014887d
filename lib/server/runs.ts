import "server-only";
import { RunRegistry } from "./run-registry";
import { shared } from "./shared";

/** The runs that are going in this process. */
export function runs(): RunRegistry {
  return shared("runs", () => new RunRegistry());
}
