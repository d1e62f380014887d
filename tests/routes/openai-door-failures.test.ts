import { beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/v1/chat/completions/route";
import type { RunEventBody } from "@/lib/run-events";
import type * as RunPaneModule from "@/lib/server/run-pane";
import { runs } from "@/lib/server/runs";
import { createEventDecoder } from "@/lib/sse";
import { jsonRequest } from "../support/run-bodies";

const played = vi.hoisted(() => ({ events: [] as RunEventBody[], context: {} as Record<string, unknown> }));
vi.mock("@/lib/server/run-pane", async (original) => ({
  ...(await original<typeof RunPaneModule>()),
  runPane: async function* (_: unknown, context: Record<string, unknown>) {
    played.context = context;
    yield* played.events;
  },
}));

const START: RunEventBody = {
  type: "start",
  attempt: 1,
  provider: "openai",
  model: "openai/x",
  body: {},
  dropped: [],
};
const TEXT: RunEventBody = { type: "text", text: "Hi" };
const USAGE: RunEventBody = { type: "usage", source: "estimate", input: 1, output: 2 };
const TIMINGS = { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 };
const CUT: RunEventBody = { type: "end", reason: "cut", timings: TIMINGS };

function failed(status: number, more: Partial<Extract<RunEventBody, { type: "error" }>> = {}): RunEventBody {
  const common = { code: "provider_refused", phase: "before", message: "No.", retryable: false } as const;
  return { type: "error", ...common, status, ...more };
}

function ask(events: RunEventBody[], stream: boolean): Promise<Response> {
  played.events = events;
  const messages = [{ role: "user", content: "Hi" }];
  const key = { "x-fader-openai-key": "sk-of-mine" };
  return POST(jsonRequest("/api/v1/chat/completions", { model: "openai/x", messages, stream }, key));
}

beforeEach(() => {
  played.context = {};
});

const WAYS = [true, false];
const STATUSES = [400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504];

test.each(WAYS.flatMap((stream) => STATUSES.map((status) => ({ stream, status }))))(
  "a provider's $status before the answer is a plain HTTP refusal (stream: $stream)",
  async ({ stream, status }) => {
    const response = await ask([START, failed(status, { retryAfterMs: 1500 })], stream);
    expect(response.status).toBe(status);
    expect(response.headers.get("retry-after")).toBe("2");
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({ error: { message: "No.", code: "provider_refused" } });
    expect(runs().size).toBe(0);
  },
);

test.each(WAYS)("a connection cut before any text is 502 (stream: %s)", async (stream) => {
  const response = await ask([START, USAGE, CUT], stream);
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({ error: { type: "server_error", code: "cut" } });
});

test.each([
  [failed(500, { phase: "during", code: "provider_failed" }), "provider_failed"],
  [CUT, "cut"],
])("a failure after the first byte is the stream's last word", async (event, code) => {
  const response = await ask([START, TEXT, event], true);
  expect(response.status).toBe(200);
  const payloads = createEventDecoder().push(new Uint8Array(await response.arrayBuffer()));
  expect(payloads.at(-2)).toContain('"content":"Hi"');
  expect(JSON.parse(payloads.at(-1) ?? "")).toMatchObject({ error: { type: "server_error", code } });
  expect(runs().size).toBe(0);
  const whole = await ask([START, TEXT, event], false);
  expect(await whole.json()).toMatchObject({ error: { code } });
});

test("the run takes the client's own key and tries once", async () => {
  await ask([START, TEXT, CUT], false);
  expect(played.context.isSingleAttempt).toBe(true);
  expect(played.context.ownKeys).toEqual(new Map([["openai", "sk-of-mine"]]));
});

test("a run that ends without an ending is our fault, told without details", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  for (const stream of WAYS) {
    const response = await ask([START], stream);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { type: "server_error", code: "internal" } });
  }
  log.mockRestore();
  expect(runs().size).toBe(0);
});
