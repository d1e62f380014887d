import { ERRORS, type ErrorCode } from "@/lib/errors";
import { notePaces } from "@/lib/note-paces";
import { isEnding, readRunEvent, type RunEvent } from "@/lib/run-events";
import type { RunRequest } from "@/lib/run-request";
import { createEventDecoder } from "@/lib/sse";
import { createFrameQueue } from "./frame-queue";
import { watchSilence } from "./silence-watch";

/** How a press came to its end: in good order, with the line broken, or because the reader hung up by `signal`. */
export type PlayEnd = "over" | "cut" | "stopped";

/**
 * Plays one press: one POST for all its panes. Events are queued and handed over once per animation frame. Resolves when
 * the stream is over, or when its line is dead; panes without an ending of their own then share the one it gives.
 */
export async function playRun(
  request: RunRequest,
  onEvents: (events: RunEvent[]) => void,
  { signal, keyHeaders }: { signal: AbortSignal; keyHeaders: Record<string, string> },
): Promise<PlayEnd> {
  const open = new Set(request.panes.map((pane) => pane.id));
  const frames = createFrameQueue(onEvents);
  const paces = notePaces(performance.now());
  const line = new AbortController();
  const hangUp = () => line.abort();
  signal.addEventListener("abort", hangUp, { once: true });
  const watch = watchSilence(hangUp);
  let answered = false;
  try {
    const response = await fetch("/api/run", {
      method: "POST",
      headers: { "content-type": "application/json", ...keyHeaders },
      body: JSON.stringify(request),
      signal: line.signal,
      cache: "no-store",
    });
    answered = true;
    if (!response.ok || !response.body) {
      frames.push(await refusal(response, [...open]));
      return "over";
    }
    const decoder = createEventDecoder();
    const reader = response.body.getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      watch.heard();
      const events = decoder
        .push(chunk.value)
        .map(readRunEvent)
        .filter((event) => event !== undefined);
      for (const event of events) if (isEnding(event)) open.delete(event.pane);
      frames.push(paces.heard(events, performance.now()));
    }
    return open.size > 0 ? "cut" : "over";
  } catch {
    if (signal.aborted) return "stopped";
    if (!answered) frames.push([...open].map((pane) => failure(pane, "network")));
    return "cut";
  } finally {
    watch.end();
    signal.removeEventListener("abort", hangUp);
    frames.push(paces.left());
    frames.flush();
  }
}

/** Asks the server to stop a run, or one pane of it. Stopping twice, or too late, is no fault, nor is a server that is gone. */
export async function stopRun(runId: string, pane?: string): Promise<void> {
  await fetch(`/api/run/${runId}/stop`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(pane === undefined ? {} : { pane }),
  }).catch(() => {});
}

function failure(pane: string, code: ErrorCode, message = "", path?: string): RunEvent {
  const { retryable, status } = ERRORS[code];
  return {
    pane,
    type: "error",
    code,
    phase: "before",
    status,
    message,
    retryable,
    ...(path ? { parameter: path } : {}),
  };
}

async function refusal(response: Response, panes: string[]): Promise<RunEvent[]> {
  const body = (await response.json().catch(() => undefined)) as
    { error?: { code?: string; message?: string; path?: string } } | undefined;
  const code = body?.error?.code ?? "";
  const known = Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : "internal";
  return panes.map((pane) =>
    failure(pane, known, body?.error?.message ?? `HTTP ${response.status}`, body?.error?.path),
  );
}
