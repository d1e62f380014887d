import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { answer } from "./fake-answer";
import { defaultPlan } from "./transcripts";

/** One request as the fake saw it. */
export type Seen = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** The parsed JSON, or undefined. */
  body: unknown;
  startedAt: number;
  /** The other end of the connection: the same port, the same connection. */
  clientPort: number | undefined;
  /** When the client closed before the answer was over. */
  closedByClientAt?: number;
  isOver: boolean;
  /** When each block was sent. */
  sentAt: number[];
  /** How much of an endless answer was given to the system. */
  sentBytes: number;
};

/** How to answer one request: well, or with one of the faults that providers and networks have. */
export type Plan = {
  status?: number;
  headers?: Record<string, string>;
  /** A plain answer; when it is set nothing is streamed. */
  body?: string;
  /** Raw SSE blocks, a write each. */
  transcript?: readonly string[];
  /** Destroys the socket after so many blocks. */
  cutAfter?: number;
  /** Ends the answer in good order after so many blocks. */
  endAfter?: number;
  /** Goes silent there; a number counts blocks. */
  hang?: "before-headers" | "after-headers" | number;
  /** While silent, sends a comment this often. */
  heartbeatMs?: number;
  delayMs?: number;
  /** Each block waits for what this gives for its place: a test says when an answer goes on. */
  before?: (block: number) => Promise<void> | undefined;
  /** Sends the bytes in slices, which split characters too. */
  sliceBytes?: number;
  /** Resets the connection in place of any answer. */
  reset?: boolean;
  /** Sends the transcript again and again, as fast as it is taken. */
  endless?: boolean;
};

type Planner = (request: Seen, index: number) => Plan;

export type FakeUpstream = {
  /** `http://127.0.0.1:<port>/v1` */
  baseUrl: string;
  origin: string;
  seen: Seen[];
  /** Answers every POST from now on. */
  plan: (next: Plan | Planner) => void;
  /** Answers every GET, which asks for models; an empty plan is the usual list. */
  planModels: (next: Plan | Planner) => void;
  /** Forgets what was seen and planned. */
  reset: () => void;
  openSockets: () => number;
  close: () => Promise<void>;
};

const MODELS: Plan = {
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    object: "list",
    data: [
      { id: "gpt-4o-mini", object: "model", created: 1, owned_by: "openai", shutdown_date: "2027-01-14" },
      { id: "gpt-5.6-luna", object: "model", created: 2, owned_by: "openai", shutdown_date: null },
      { id: "text-embedding-3-small", object: "model", created: 3, owned_by: "openai", shutdown_date: null },
    ],
  }),
};

/** A provider on this machine that speaks both of OpenAI's formats, and fails in every way that it is told to. */
export async function startFakeUpstream(port = 0): Promise<FakeUpstream> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  let planner: Planner = defaultPlan;
  let models: Planner = () => MODELS;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => {});
    request.on("end", () => {
      const entry: Seen = {
        method: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        body: parse(Buffer.concat(chunks).toString()),
        startedAt: performance.now(),
        clientPort: request.socket.remotePort,
        isOver: false,
        sentAt: [],
        sentBytes: 0,
      };
      seen.push(entry);
      response.on("finish", () => (entry.isOver = true));
      response.on("close", () => {
        if (!response.writableEnded && !entry.isOver) entry.closedByClientAt = performance.now();
        entry.isOver = true;
      });
      const posts = seen.filter(({ method }) => method === "POST").length;
      void answer(
        response,
        request.method === "GET" ? orUsual(models(entry, posts)) : planner(entry, posts - 1),
        entry,
      );
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl: `${origin}/v1`,
    origin,
    seen,
    plan: (next) => (planner = typeof next === "function" ? next : () => next),
    planModels: (next) => (models = typeof next === "function" ? next : () => next),
    reset() {
      seen.length = 0;
      planner = defaultPlan;
      models = () => MODELS;
    },
    openSockets: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function orUsual(plan: Plan): Plan {
  return Object.keys(plan).length === 0 ? MODELS : plan;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
