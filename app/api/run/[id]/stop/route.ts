import { stopRequestSchema } from "@/lib/run-request";
import { readOwner } from "@/lib/server/owner";
import { postRoute } from "@/lib/server/route";
import { runs } from "@/lib/server/runs";

/** Stops a run, or one pane of it. Always 204: stopping twice, too late or what is not yours does nothing. */
export const POST = postRoute(stopRequestSchema, ({ request, body, params }) => {
  runs().stop(String(params.id), body.pane, readOwner(request.headers));
  return new Response(null, { status: 204 });
});
