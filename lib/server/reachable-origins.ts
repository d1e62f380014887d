import "server-only";
import { readSettings } from "./env";
import { isLoopbackHost } from "./host";

/**
 * The origins under which others than this machine reach the server: its public ones, the addresses of `--lan` among them.
 * Told to whoever sits at this machine, whose own address says nothing to a phone; anyone else came by one that works, and
 * is not told the others.
 */
export function reachableOrigins(headers: Headers): string[] {
  if (!isLoopbackHost(headers.get("host") ?? "")) return [];
  return readSettings().FADER_PUBLIC_ORIGINS.filter((origin) => !isLoopbackHost(new URL(origin).host));
}
