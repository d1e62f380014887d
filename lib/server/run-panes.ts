import "server-only";
import type { RunEvent } from "@/lib/run-events";
import { panePrompt, type RunRequest } from "@/lib/run-request";
import type { AdapterContext } from "./adapters/adapter";
import { merge } from "./merge";
import { runPane } from "./run-pane";
import type { RunClaim } from "./run-registry";

/** All panes of a run as one stream of events, each with its pane's name; the claim is given back at its end. */
export async function* runPanes(
  run: RunRequest,
  claim: RunClaim,
  context: Omit<AdapterContext, "signal">,
): AsyncGenerator<RunEvent> {
  try {
    yield* merge(
      run.panes.map((pane) =>
        named(pane.id, runPane(panePrompt(run, pane), { ...context, signal: claim.signalOf(pane.id) })),
      ),
    );
  } finally {
    claim.release();
  }
}

async function* named(pane: string, events: ReturnType<typeof runPane>): AsyncGenerator<RunEvent> {
  for await (const event of events) yield { pane, ...event };
}
