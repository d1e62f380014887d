import "server-only";
import type { RunEvent } from "@/lib/run-events";
import { panePrompt, type RunRequest } from "@/lib/run-request";
import type { AdapterContext } from "./adapters/adapter";
import { merge } from "./merge";
import { runPane } from "./run-pane";
import type { RunClaim } from "./run-registry";

/** All panes of a run as one stream: each step gives the events that are ready, each with its pane's name. */
export function runPanes(
  run: RunRequest,
  claim: Pick<RunClaim, "signalOf">,
  context: Omit<AdapterContext, "signal">,
): AsyncGenerator<RunEvent[]> {
  return merge(
    run.panes.map((pane) => runPane(panePrompt(run, pane), { ...context, signal: claim.signalOf(pane.id) })),
    (event, index): RunEvent => ({ pane: run.panes[index]?.id ?? "", ...event }),
  );
}
