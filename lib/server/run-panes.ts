import "server-only";
import type { RunEvent } from "@/lib/run-events";
import { panePrompt, type RunRequest } from "@/lib/run-request";
import { merge } from "./merge";
import { runPane } from "./run-pane";
import type { RunClaim } from "./run-registry";
import type { Texts } from "./texts";

/** All panes of a run as one stream of events, each with its pane's name; the claim is given back at its end. */
export async function* runPanes(run: RunRequest, claim: RunClaim, texts: Texts): AsyncGenerator<RunEvent> {
  try {
    yield* merge(
      run.panes.map((pane) =>
        named(pane.id, runPane(panePrompt(run, pane), { signal: claim.signalOf(pane.id), texts })),
      ),
    );
  } finally {
    claim.release();
  }
}

async function* named(pane: string, events: ReturnType<typeof runPane>): AsyncGenerator<RunEvent> {
  for await (const event of events) yield { pane, ...event };
}
