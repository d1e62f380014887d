import "server-only";
import { readSettings } from "../env";

/** Everyone, as far as can be told: nobody is known apart. */
const ANYONE = "anyone";

/**
 * Where a request came from, as the operator's own proxies say: so many entries from the right of X-Forwarded-For. Without
 * proxies the header is the sender's own invention, and all requests count as one (requirements R21).
 */
export function clientAddress(headers: Headers): string {
  const hops = readSettings().FADER_TRUSTED_PROXY_HOPS;
  if (hops === 0) return ANYONE;
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return entries.at(-hops)?.slice(0, 64) || ANYONE;
}
