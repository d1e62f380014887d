import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Plan, Seen } from "./fake-upstream";
import { defaultPlan } from "./transcripts";

/** Answers one request of the fake provider as its plan says. */
export async function answer(response: ServerResponse, given: Plan, entry: Seen): Promise<void> {
  const { body, transcript, status, reset } = given;
  const isEmpty = [body, transcript, status, reset].every((each) => each === undefined);
  const plan = isEmpty ? { ...defaultPlan(entry), ...given } : given;
  if (plan.hang === "before-headers") return;
  if (plan.reset) return void response.socket?.resetAndDestroy();
  if (plan.body !== undefined) {
    response.writeHead(plan.status ?? 200, plan.headers).end(plan.body);
    return;
  }
  response.writeHead(plan.status ?? 200, { "content-type": "text/event-stream", ...plan.headers });
  response.flushHeaders();
  if (plan.hang === "after-headers") return warm(response, plan);
  if (plan.endless) return pour(response, plan.transcript ?? [], entry);
  for (const [index, block] of (plan.transcript ?? []).entries()) {
    if (index === plan.cutAfter) {
      response.destroy();
      return;
    }
    if (index === plan.endAfter) break;
    if (index === plan.hang) return warm(response, plan);
    if (plan.delayMs !== undefined) await sleep(plan.delayMs);
    await plan.before?.(index);
    if (response.destroyed) return;
    entry.sentAt.push(performance.now());
    await send(response, Buffer.from(block), plan.sliceBytes);
  }
  if (typeof plan.hang === "number") return warm(response, plan);
  response.end();
}

/** A write each, with a turn of the event loop between them, so that slices arrive as slices. */
async function send(response: ServerResponse, bytes: Buffer, sliceBytes = bytes.length): Promise<void> {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    response.write(bytes.subarray(at, at + sliceBytes));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function warm(response: ServerResponse, { heartbeatMs }: Plan): Promise<void> {
  if (heartbeatMs === undefined) return;
  while (!response.destroyed) {
    response.write(": ping\n\n");
    await sleep(heartbeatMs);
  }
}

/** Writes as long as the other side takes it, and waits when it does not. */
async function pour(response: ServerResponse, transcript: readonly string[], entry: Seen): Promise<void> {
  const round = Buffer.from(transcript.join(""));
  const closed = once(response, "close");
  while (!response.destroyed) {
    entry.sentBytes += round.length;
    if (!response.write(round)) await Promise.race([once(response, "drain"), closed]);
  }
}
