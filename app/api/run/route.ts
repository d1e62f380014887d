import { setImmediate as nextTurn } from "node:timers/promises";
import { runRequestSchema } from "@/lib/run-request";
import { eventStream } from "@/lib/server/event-stream";
import { readOwnKeys } from "@/lib/server/own-keys";
import { readOwner } from "@/lib/server/owner";
import { postRoute } from "@/lib/server/route";
import { runPanes } from "@/lib/server/run-panes";
import { runs } from "@/lib/server/runs";

/** One press: all its panes' answers as one stream of events. */
export const POST = postRoute(runRequestSchema, async ({ request, body, texts }) => {
  const ownKeys = readOwnKeys(request.headers);
  const panes = body.panes.map((pane) => pane.id);
  const claim = runs().claim(body.id, panes, readOwner(request.headers));
  const answer = eventStream(runPanes(body, claim, { texts, ownKeys }), {
    signal: request.signal,
    onOver: claim.release,
  });
  // What it set going leaves for the providers first: the head of an answer takes Next the better part of a millisecond.
  await nextTurn();
  return answer;
});
