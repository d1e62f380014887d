import { randomUUID } from "node:crypto";
import { isEnding, type RunEvent } from "@/lib/run-events";
import type { RunRequest } from "@/lib/run-request";
import { createEventDecoder } from "@/lib/sse";
import { endingOf, kindOf } from "./fault-kinds";
import { playRun, rawPost, stopRun, textOf } from "./run-client";
import type { TestServer } from "./server";

/** Long enough that what a provider sent has come, short enough for tests. */
const STOP_AFTER_MS = 40;

/** A run with a pane for each model: `p0`, `p1` ... */
export function runOf(...models: string[]): RunRequest {
  const panes = models.map((model, index) => ({ id: `p${index}`, model, parameters: {} }));
  return { id: randomUUID(), messages: [{ role: "user", content: "Hello" }], panes };
}

/** Plays a run whose models name faults, and stops the panes that would never end. */
export async function playFaults(
  server: TestServer,
  body: RunRequest,
  headers: Record<string, string> = {},
): Promise<RunEvent[]> {
  const stops: Promise<void>[] = [];
  const waiting = new Map(
    body.panes.flatMap(({ id, model }) => {
      const type = kindOf(model).stopAfter;
      return type ? [[id, type] as const] : [];
    }),
  );
  const events = await playRun(server, body, headers, ({ pane, type }) => {
    if (waiting.get(pane) !== type) return;
    waiting.delete(pane);
    const stop = async () => {
      await new Promise((resolve) => setTimeout(resolve, STOP_AFTER_MS));
      await stopRun(server, body.id, pane, headers);
    };
    stops.push(stop());
  });
  await Promise.all(stops);
  return events;
}

/** What is wrong with a run that was played: nothing, when each pane has what its model's name says and no more. */
export function wrongsOf(body: RunRequest, events: readonly RunEvent[]): string[] {
  return body.panes.flatMap(({ id, model }) => {
    const own = events.filter((event) => event.pane === id);
    const { ending, text, stopAfter } = kindOf(model);
    const [told, shown] = [own.filter(isEnding).map(endingOf).join(", "), textOf(own, id)];
    const wrongs = [
      told === ending ? "" : `${told || "no ending"} in place of ${ending}`,
      own.length > 0 && isEnding(own.at(-1) as RunEvent) ? "" : "events after the ending",
      own[0]?.type === "start" ? "" : `began with ${own[0]?.type}`,
      // Who stops may stop before the last piece came.
      (stopAfter ? text.startsWith(shown) : shown === text) ? "" : `"${shown}" in place of "${text}"`,
    ];
    return wrongs.filter(Boolean).map((wrong) => `${model}: ${wrong}`);
  });
}

/** Streams one answer through the OpenAI door and says how it ended, as `endingOf` does. */
export async function chatAtDoor(
  server: TestServer,
  model: string,
  headers: Record<string, string>,
): Promise<string> {
  const asked = { model, messages: [{ role: "user", content: "Hello" }], stream: true };
  const response = await rawPost(server, "/api/v1/chat/completions", JSON.stringify(asked), headers).response;
  const bytes: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) bytes.push(chunk);
  const all = Buffer.concat(bytes);
  const last = response.statusCode === 200 ? createEventDecoder().push(all).at(-1) : all.toString();
  if (last === "[DONE]") return "end complete";
  const { error } = JSON.parse(last ?? "{}") as { error?: { code?: string } };
  return `error ${error?.code}`;
}
