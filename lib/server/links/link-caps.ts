import "server-only";
import type { Rate } from "../access/rate-limiter";

/** How often links may be made. A school is one address, and without trusted proxies everyone is. */
export const LINK_RATE: Rate = { withinMs: 60_000, ofOne: 60, ofAll: 300 };

/** How much is stored at most. Links that are made at one moment by several requests may go beyond it by so many. */
export const MOST_STORED = { links: 100_000, bytes: 1024 ** 3 } as const;
