import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { MARK } from "../support/mark";
import { visitorHeaders, type Target } from "./targets";

/** What the streams of one wave took. Times in ms from the sending of each stream's request. */
export type Wave = { first: number[]; total: number[]; tokens: number; wallMs: number };

const agent = new Agent({ keepAlive: true });
const MARK_BYTE = MARK.charCodeAt(0);
const PANE_TEXT = /"pane":"(pane-\d)","type":"text"/g;

/**
 * Plays `streams` streams at once, or with their starts spread evenly over `spreadMs`. Reads bytes only: tokens are
 * counted by their mark, so the load costs about as little as a client can.
 */
export async function playWave(
  target: Target,
  model: string,
  streams: number,
  spreadMs: number,
): Promise<Wave> {
  const requests = Math.ceil(streams / target.panes);
  const startedAt = performance.now();
  const played = await Promise.all(
    Array.from({ length: requests }, async (_, index) => {
      if (spreadMs > 0) await sleep((index * spreadMs) / requests);
      return play(target, JSON.stringify(target.body(model)));
    }),
  );
  return {
    first: played.flatMap(({ first }) => first),
    total: played.flatMap(({ total }) => Array.from({ length: target.panes }, () => total)),
    tokens: played.reduce((sum, { tokens }) => sum + tokens, 0),
    wallMs: performance.now() - startedAt,
  };
}

function play(target: Target, body: string): Promise<{ first: number[]; total: number; tokens: number }> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const seen = new Map<string, number>();
    let tokens = 0;
    const sent = request(target.url, { method: "POST", agent, headers: visitorHeaders() }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${target.name}: HTTP ${response.statusCode}`));
      response.on("data", (chunk: Buffer) => {
        const marks = countMarks(chunk);
        tokens += marks;
        if (marks === 0 || seen.size === target.panes) return;
        const at = performance.now() - startedAt;
        if (target.panes === 1) seen.set("only", at);
        else
          for (const [, pane = ""] of chunk.toString("latin1").matchAll(PANE_TEXT))
            if (!seen.has(pane)) seen.set(pane, at);
      });
      response.on("end", () =>
        resolve({ first: [...seen.values()], total: performance.now() - startedAt, tokens }),
      );
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function countMarks(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(MARK_BYTE); at !== -1; at = chunk.indexOf(MARK_BYTE, at + 1)) count += 1;
  return count;
}
