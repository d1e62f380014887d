import "server-only";
import type { UpstreamFacts } from "@/lib/run-events";

const MOST_CHARACTERS = 200;
const RATE_LIMIT = "x-ratelimit-";

/** What a provider's headers tell a user: its id of the request, and what is left of its limits. */
export function readFacts(headers: Headers): UpstreamFacts | undefined {
  const requestId = headers.get("x-request-id")?.slice(0, MOST_CHARACTERS);
  const limits = [...headers].flatMap(([name, value]): [string, string][] =>
    name.startsWith(RATE_LIMIT) ? [[name.slice(RATE_LIMIT.length), value.slice(0, MOST_CHARACTERS)]] : [],
  );
  if (!requestId && limits.length === 0) return undefined;
  return {
    ...(requestId ? { requestId } : {}),
    ...(limits.length > 0 ? { rateLimits: Object.fromEntries(limits.slice(0, 12)) } : {}),
  };
}
