import { randomBytes, randomUUID } from "node:crypto";
import type { Server } from "../support/processes";

/** One way to the upstream: where to send, and how `panes` streams are asked for in one request. */
export type Target = {
  name: string;
  server: Server;
  url: string;
  /** Streams that one request carries. */
  panes: number;
  body: (model: string) => unknown;
};

const MESSAGES = [{ role: "user", content: "Write two hundred words about the sea." }];

const chat = (model: string) => ({ model, messages: MESSAGES, stream: true, temperature: 0.7 });

/** Fader's own name for the upstream in its FADER_SERVERS. */
export const FADER_PROVIDER = "bench";

function press(panes: number) {
  return (model: string) => ({
    id: randomUUID(),
    messages: MESSAGES,
    panes: Array.from({ length: panes }, (_, index) => ({
      id: `pane-${index}`,
      model: `${FADER_PROVIDER}/${model}`,
      parameters: { temperature: 0.7 },
    })),
  });
}

/** The rows of the table, in the order in which each round plays them. */
export function listTargets(servers: Record<"upstream" | "pipe" | "floor" | "fader", Server>): Target[] {
  const { upstream, pipe, floor, fader } = servers;
  const door = (model: string) => chat(`${FADER_PROVIDER}/${model}`);
  const run = `${fader.origin}/api/run`;
  return [
    {
      name: "direct",
      server: upstream,
      url: `${upstream.origin}/v1/chat/completions`,
      panes: 1,
      body: chat,
    },
    { name: "node:http pipe", server: pipe, url: pipe.origin, panes: 1, body: chat },
    { name: "floor", server: floor, url: `${floor.origin}/api/stream`, panes: 1, body: chat },
    { name: "Fader, 1 pane", server: fader, url: run, panes: 1, body: press(1) },
    { name: "Fader, 8 panes", server: fader, url: run, panes: 8, body: press(8) },
    {
      name: "Fader's door",
      server: fader,
      url: `${fader.origin}/api/v1/chat/completions`,
      panes: 1,
      body: door,
    },
  ];
}

/** Every request comes from a visitor of its own: one visitor may have four runs at once. */
export function visitorHeaders(): Record<string, string> {
  return {
    "content-type": "application/json",
    cookie: `fader-owner=${randomBytes(16).toString("base64url")}`,
  };
}
