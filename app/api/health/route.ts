import { readHealth } from "@/lib/server/health";
import { getRoute } from "@/lib/server/route";

/** `{status: "ready"}`; with `?detail`, also how much is going. */
export const GET = getRoute(({ request }) =>
  Response.json(readHealth(new URL(request.url).searchParams.has("detail"))),
);
