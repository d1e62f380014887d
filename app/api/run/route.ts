import { runRequestSchema } from "@/lib/run-request";
import { eventStream } from "@/lib/server/event-stream";
import { readOwnKeys } from "@/lib/server/own-keys";
import { readOwner } from "@/lib/server/owner";
import { postRoute } from "@/lib/server/route";
import { runPanes } from "@/lib/server/run-panes";
import { runs } from "@/lib/server/runs";

/** One press: all its panes' answers as one stream of events. */
export const POST = postRoute(runRequestSchema, ({ request, body, texts }) => {
  const ownKeys = readOwnKeys(request.headers);
  const panes = body.panes.map((pane) => pane.id);
  const claim = runs().claim(body.id, panes, readOwner(request.headers));
  return eventStream(runPanes(body, claim, { texts, ownKeys }), {
    signal: request.signal,
    onOver: claim.release,
  });
});
