import { reachableOrigins } from "@/lib/server/reachable-origins";
import { getRoute } from "@/lib/server/route";

/** Where others reach this server, for a page that was opened on this very machine. */
export const GET = getRoute(({ request }) => Response.json({ origins: reachableOrigins(request.headers) }));
