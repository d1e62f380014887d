import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/api/v1/chat/completions/route";
import { GET as getModels } from "@/app/api/v1/models/route";
import { PARAMETER_KEYS, parameterRow } from "@/lib/catalog/parameters";
import { DIALECTS } from "@/lib/catalog/dialects";
import { LIMITS } from "@/lib/limits";
import { runs } from "@/lib/server/runs";
import { SproutHost, sproutHost, type SproutThread } from "@/lib/server/sprout/host";
import { WINDOW } from "@/lib/server/sprout/session";
import type * as FilesModule from "@/lib/server/sprout/sprout-files";
import { createEventDecoder } from "@/lib/sse";
import { countingEngine } from "../support/fake-engine";
import { FakeThread } from "../support/fake-thread";
import { jsonRequest } from "../support/run-bodies";
import { sampleValue } from "../support/sample-values";
import { turns } from "../support/turns";

vi.mock("@/lib/server/sprout/sprout-files", async (original) => ({
  ...(await original<typeof FilesModule>()),
  missingSproutFiles: () => [],
}));

const store = globalThis as unknown as Record<symbol, unknown>;
const HOST = Symbol.for("fader.sprout");
let engine = countingEngine(0);

function play(tokens: number): void {
  engine = countingEngine(tokens);
  store[HOST] = new SproutHost(() => new FakeThread(engine.engine, true) as unknown as SproutThread);
}

beforeEach(() => play(3));
afterEach(() => {
  delete store[HOST];
});

const PATH = "/api/v1/chat/completions";
const BODY = { model: "built-in/sprout", messages: [{ role: "user", content: "Count." }] };

function ask(body: object, headers?: Record<string, string>): Promise<Response> {
  return POST(jsonRequest(PATH, { ...BODY, ...body }, headers));
}

type Problem = { message: string; type: string; param: string | null; code: string };

async function refusalOf(response: Response): Promise<Problem & { status: number }> {
  const { error } = (await response.json()) as { error: Problem };
  expect(Object.keys(error).sort()).toEqual(["code", "message", "param", "type"]);
  return { status: response.status, ...error };
}

/** The `data:` payloads of a stream. */
async function payloadsOf(response: Response): Promise<string[]> {
  return createEventDecoder().push(new Uint8Array(await response.arrayBuffer()));
}

test("lists the models", async () => {
  const response = await getModels(
    new Request("http://localhost:3000/api/v1/models", { headers: { host: "localhost:3000" } }),
  );
  const { object, data } = (await response.json()) as { object: string; data: unknown[] };
  expect(object).toBe("list");
  expect(data).toContainEqual({ id: "built-in/sprout", object: "model", created: 0, owned_by: "built-in" });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("answers whole, and gives the claim back", async () => {
  const answer = (await (await ask({})).json()) as Record<string, unknown>;
  expect(answer).toMatchObject({
    object: "chat.completion",
    model: "built-in/sprout",
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: "1 2 3 " },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: { prompt_tokens: 3, completion_tokens: 3, total_tokens: 6 },
  });
  expect(answer.id).toMatch(/^chatcmpl-[0-9a-f-]{36}$/);
  expect(Math.abs(Number(answer.created) - Date.now() / 1000)).toBeLessThan(5);
  expect(runs().size).toBe(0);
});

test("streams chunks up to [DONE], and gives the claim back", async () => {
  const response = await ask({ stream: true, stream_options: { include_usage: true } });
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const payloads = await payloadsOf(response);
  expect(payloads.pop()).toBe("[DONE]");
  const chunks = payloads.map((data) => JSON.parse(data) as Record<string, unknown>);
  expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 6 } });
  expect(chunks.at(-2)).toMatchObject({ choices: [{ delta: {}, finish_reason: "stop" }], usage: null });
  expect(runs().size).toBe(0);
});

describe("nothing is dropped silently", () => {
  const notTaken = PARAMETER_KEYS.filter((key) => key in DIALECTS.sprout.names && key !== "jsonSchema");

  test.each(notTaken)("%s is refused by its usual name", async (key) => {
    const [outer = "", inner] = parameterRow(key).wire.split(".");
    const value = inner ? { [inner]: "json_object" } : sampleValue(key);
    const refused = await refusalOf(await ask(key === "extraBody" ? { mirostat: 2 } : { [outer]: value }));
    expect(refused).toMatchObject({
      status: 400,
      type: "invalid_request_error",
      code: "unsupported_parameter",
      param: key === "extraBody" ? "mirostat" : parameterRow(key).wire,
    });
    expect(refused.message).toContain("Sprout does not take it");
  });

  test("what works only with another says with which", async () => {
    const refused = await refusalOf(await ask({ top_logprobs: 3 }));
    expect(refused).toMatchObject({ status: 400, code: "unsupported_parameter", param: "top_logprobs" });
    expect(refused.message).toMatch(/is on/);
  });
});

test.each([
  [{ model: "nobody/x" }, 404, "model_not_found", "model"],
  [{ model: "gpt-4o" }, 404, "model_not_found", "model"],
  [{ model: "../x" }, 400, "invalid_request", "model"],
  [{ model: null }, 400, "invalid_request", "model"],
  [{ messages: [] }, 400, "invalid_request", "messages"],
  [{ messages: [{ role: "user", content: " " }] }, 400, "empty_prompt", "messages"],
  [{ messages: [{ role: "system", content: "Hi" }] }, 400, "empty_prompt", "messages"],
  [{ messages: [{ role: "tool", content: "Hi" }] }, 400, "invalid_request", "messages.0.role"],
  [{ stream: "yes" }, 400, "invalid_request", "stream"],
  [{ stream_options: { x: 1 } }, 400, "invalid_request", "stream_options.x"],
  [{ temperature: 3 }, 400, "invalid_request", "temperature"],
  [{ n: 2 }, 400, "unsupported_parameter", "n"],
])("%j is refused with %i %s at %s", async (body, status, code, param) => {
  expect(await refusalOf(await ask(body))).toMatchObject({
    status,
    type: "invalid_request_error",
    code,
    param,
  });
  expect([runs().size, sproutHost().size]).toEqual([0, 0]);
});

test("null counts as absent", async () => {
  const body = {
    temperature: null,
    stream: null,
    stream_options: { include_usage: null },
    tools: null,
    n: null,
  };
  expect((await ask(body)).status).toBe(200);
});

test("polluted keys are refused", async () => {
  const body = JSON.stringify(BODY).replace("{", '{"metadata":{"__proto__":{"isAdmin":true}},');
  expect(await refusalOf(await POST(jsonRequest(PATH, body)))).toMatchObject({
    status: 400,
    param: "metadata.__proto__",
  });
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
});

test("the guard's refusals have OpenAI's shape too, in the reader's language", async () => {
  expect(await refusalOf(await ask({}, { host: "evil.example" }))).toMatchObject({
    status: 421,
    code: "unknown_host",
  });
  const foreign = await refusalOf(await ask({}, { "sec-fetch-site": "cross-site" }));
  expect(foreign).toMatchObject({ status: 403, type: "permission_error", code: "cross_site" });
  const chinese = await refusalOf(await POST(jsonRequest(PATH, "{", { "accept-language": "zh" })));
  expect(chinese).toMatchObject({ status: 400, code: "invalid_json", param: null });
  expect(chinese.message).toMatch(/不是有效的 JSON/);
});

test("runs are counted: one too many is refused, and leaving frees them", async () => {
  play(100_000);
  const going = await Promise.all(
    Array.from({ length: LIMITS.programRunsAtOnce }, () => ask({ stream: true })),
  );
  expect(await refusalOf(await ask({}))).toMatchObject({ status: 429, type: "rate_limit_error" });
  await Promise.all(going.map((response) => response.body?.cancel()));
  await turns();
  expect([runs().size, sproutHost().size]).toEqual([0, 0]);
});

test("a reader who takes nothing makes the model wait", async () => {
  play(100_000);
  const response = await ask({ stream: true });
  await turns();
  const { made } = engine.counts;
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThanOrEqual(2 * WINDOW);
  await turns();
  expect(engine.counts.made).toBe(made);
  await response.body?.cancel();
});

test.each([
  ["cancel", true],
  ["abort", true],
  ["abort", false],
])("a client who leaves by %s ends the run (stream: %s)", async (way, stream) => {
  play(10_000_000);
  const controller = new AbortController();
  const request = new Request(jsonRequest(PATH, { ...BODY, stream }), { signal: controller.signal });
  const answer = POST(request);
  if (stream) {
    const reader = ((await answer).body as ReadableStream<Uint8Array>).getReader();
    for (let read = 0; read < 5; read += 1) await reader.read();
    if (way === "cancel") await reader.cancel();
    else controller.abort();
  } else {
    await vi.waitUntil(() => engine.counts.made > WINDOW, { timeout: 20_000, interval: 1 });
    expect(runs().size).toBe(1);
    controller.abort();
    expect((await answer).status).toBe(502);
  }
  await turns();
  expect([engine.counts.closed, sproutHost().size, runs().size]).toEqual([1, 0, 0]);
});
