import "server-only";
import { AppError } from "@/lib/errors";
import { clientAddress } from "../access/client-address";
import { RateLimiter } from "../access/rate-limiter";
import { shared } from "../shared";
import { LINK_RATE } from "./link-caps";

/** Counts a link that is about to be made, and refuses it when its sender, or all together, made too many of late. */
export function limitLinks(headers: Headers): void {
  const limiter = shared("link-limiter", () => new RateLimiter(LINK_RATE));
  const address = clientAddress(headers);
  const waitMs = limiter.waitMs(address);
  if (waitMs > 0)
    throw new AppError("too_many_links", {
      retryAfterMs: waitMs,
      values: { seconds: Math.ceil(waitMs / 1000) },
    });
  limiter.count(address);
}
