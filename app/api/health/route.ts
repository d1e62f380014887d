import { readHealth } from "@/lib/server/health";
import { getRoute } from "@/lib/server/route";

/** `{status: "ready"}`, or 503 while the server is ending; with `?detail`, also how much is going. */
export const GET = getRoute(
  ({ request }) => {
    const health = readHealth(new URL(request.url).searchParams.has("detail"));
    return Response.json(health, { status: health.status === "ready" ? 200 : 503 });
  },
  { isPublic: true },
);
