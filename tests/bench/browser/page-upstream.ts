/**
 * A provider for the bench's pages, as a process of its own: streams at the pace in the model's name, serves the bare page,
 * and tells at `/times` when it was asked and when it wrote, by the clock of this machine. `/times` forgets as it tells.
 */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { streamAtPace } from "../support/paced-stream";

/** One request, in milliseconds since 1970. */
export type UpstreamTimes = { receivedAt: number; firstAt: number; lastAt: number };

const FILES: Record<string, { type: string; body: Buffer }> = {
  "/bare": { type: "text/html", body: readFileSync("tests/bench/browser/bare.html") },
  "/read-choices.js": {
    type: "text/javascript",
    body: readFileSync("tests/bench/browser/read-choices.js"),
  },
};

/** Finer than a millisecond, and the same clock as a page's `performance.timeOrigin + performance.now()`. */
const now = () => performance.timeOrigin + performance.now();
let times: UpstreamTimes[] = [];

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

function answerGet(path: string, response: ServerResponse): void {
  const file = FILES[path];
  if (file) response.writeHead(200, { "content-type": file.type }).end(file.body);
  else if (path === "/times") {
    sendJson(response, times);
    times = [];
  } else if (path === "/v1/models") sendJson(response, { object: "list", data: [] });
  else response.writeHead(404).end();
}

async function answerPost(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const entry: UpstreamTimes = { receivedAt: now(), firstAt: 0, lastAt: 0 };
  times.push(entry);
  const { model, n } = JSON.parse(Buffer.concat(await request.toArray()).toString()) as {
    model: string;
    n?: number;
  };
  response.socket?.setNoDelay(true);
  streamAtPace(response, model, {
    choices: n,
    onWrite() {
      entry.lastAt = now();
      entry.firstAt ||= entry.lastAt;
    },
  });
}

const server = createServer((request, response) => {
  if (request.method === "POST") void answerPost(request, response);
  else answerGet(new URL(request.url ?? "/", "http://localhost").pathname, response);
});
server.keepAliveTimeout = 65_000;
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit(0));
