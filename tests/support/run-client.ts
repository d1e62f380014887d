import { randomBytes } from "node:crypto";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { readRunEvent, type RunEvent } from "@/lib/run-events";
import type { RunRequest } from "@/lib/run-request";
import { createEventDecoder } from "@/lib/sse";
import type { TestServer } from "./server";

/** A POST on a connection of its own, so that a test can leave at any moment. */
export type RawPost = { request: ClientRequest; response: Promise<IncomingMessage> };

export function rawPost(
  server: TestServer,
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): RawPost {
  const made = request(`${server.origin}${path}`, {
    method: "POST",
    agent: false,
    headers: {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      ...headers,
    },
  });
  const response = new Promise<IncomingMessage>((resolve, reject) =>
    made.once("response", resolve).once("error", reject),
  );
  // A test that leaves by itself does not wait for the answer.
  response.catch(() => {});
  made.end(body);
  return { request: made, response };
}

export function rawRun(server: TestServer, body: RunRequest, headers?: Record<string, string>): RawPost {
  return rawPost(server, "/api/run", JSON.stringify(body), headers);
}

/** The events of a run as they come off the socket. */
export async function* eventsOf(response: IncomingMessage): AsyncGenerator<RunEvent> {
  const decoder = createEventDecoder();
  for await (const chunk of response as AsyncIterable<Buffer>) {
    for (const data of decoder.push(chunk)) yield readRunEvent(data) as RunEvent;
  }
}

/** Plays a run to its end; `onEvent` sees each event as it comes. */
export async function playRun(
  server: TestServer,
  body: RunRequest,
  headers?: Record<string, string>,
  onEvent?: (event: RunEvent) => void,
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of eventsOf(await rawRun(server, body, headers).response)) {
    events.push(event);
    onEvent?.(event);
  }
  return events;
}

/** Stops one pane of a run, or all. */
export async function stopRun(
  server: TestServer,
  id: string,
  pane?: string,
  headers?: Record<string, string>,
): Promise<void> {
  const { response } = rawPost(server, `/api/run/${id}/stop`, JSON.stringify({ pane }), headers);
  (await response).resume();
}

/** The cookie of a browser of its own: each owner has runs of its own. */
export function ownerCookie(): Record<string, string> {
  return { cookie: `fader-owner=${randomBytes(16).toString("base64url")}` };
}

/** The text that one pane was sent. */
export function textOf(events: RunEvent[], pane: string): string {
  return events.map((event) => (event.pane === pane && event.type === "text" ? event.text : "")).join("");
}

export type Health = { status: string; runs: number; sessions: number };

export async function readHealth(server: TestServer): Promise<Health> {
  return (await (await fetch(`${server.origin}/api/health?detail`)).json()) as Health;
}

/** Waits until the server does nothing more, and gives the milliseconds that took. */
export async function untilIdle(server: TestServer, patienceMs?: number): Promise<number> {
  return (await countUntilIdle(server, patienceMs)).ms;
}

/** The same, and how often the server said meanwhile that it is busy: it turned so often, fast or slowly. */
export async function countUntilIdle(
  server: TestServer,
  patienceMs = 20_000,
): Promise<{ ms: number; busy: number }> {
  const startedAt = performance.now();
  for (let busy = 0; performance.now() - startedAt < patienceMs; busy += 1) {
    const { runs, sessions } = await readHealth(server);
    if (runs === 0 && sessions === 0) return { ms: performance.now() - startedAt, busy };
  }
  throw new Error(`still busy after ${patienceMs} ms: ${JSON.stringify(await readHealth(server))}`);
}
