import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, test, vi } from "vitest";
import type { RunEventBody } from "@/lib/run-events";
import { PATIENCE } from "@/lib/server/upstream/patience";
import { startFakeUpstream, type Plan } from "../support/fake-upstream";
import {
  CANARY_KEY,
  forgetFailures,
  textIn,
  upstreamServer,
  useFakeUpstream,
  SHORT_PATIENCE,
} from "../support/play-upstream";
import { GOLDEN } from "../support/transcripts";

const rig = useFakeUpstream();
/** A bound for what will come, not a claim of when. */
const PATIENT = { timeout: 20_000 };

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Plan => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});
const openai = (status: number, message: string, more: object = {}, headers = {}) =>
  json(
    status,
    { error: { message, type: "invalid_request_error", param: null, code: null, ...more } },
    headers,
  );

/** The one error of a play that failed. */
function errorOf(events: RunEventBody[]): Extract<RunEventBody, { type: "error" }> {
  const last = events.at(-1);
  if (last?.type !== "error") throw new Error(`no error but ${JSON.stringify(last)}`);
  return last;
}

const HTML = "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>";

test.each([
  [401, openai(401, "Incorrect API key provided: sk-CANAR**cdef."), "bad_key"],
  [402, json(402, { error: "You have depleted your monthly included credits." }), "no_credit"],
  [429, openai(429, "You exceeded your current quota", { code: "insufficient_quota" }), "no_credit"],
  [403, openai(403, "Country not supported"), "no_permission"],
  [404, openai(404, "The model does not exist", { code: "model_not_found" }), "model_gone"],
  [
    400,
    json(400, { error: "The requested model 'x' is not supported by any provider you have enabled." }),
    "model_gone",
  ],
  [408, openai(408, "timeout"), "provider_failed"],
  [413, json(413, { error: "too large" }), "too_long"],
  [
    400,
    openai(400, "This model's maximum context length is 8192 tokens.", { code: "context_length_exceeded" }),
    "too_long",
  ],
  [400, openai(400, "flagged", { code: "content_filter" }), "filtered"],
  [422, json(422, { detail: [{ loc: ["body", "messages"], msg: "bad messages" }] }), "provider_refused"],
  [429, openai(429, "Rate limit reached"), "rate_limited"],
  [500, openai(500, "The server had an error"), "provider_failed"],
  [502, { status: 502, headers: { "content-type": "text/html" }, body: HTML }, "provider_failed"],
  [
    503,
    json(503, { error: { code: 503, message: "Loading model", type: "unavailable_error" } }),
    "model_loading",
  ],
  [503, json(503, { error: "Model x is currently loading", estimated_time: 20 }), "model_loading"],
  [503, openai(503, "Service unavailable"), "provider_failed"],
  [504, { status: 504, headers: {}, body: "" }, "provider_failed"],
])("%i is %3$s, asked once, before anything was shown", async (status, plan, code) => {
  rig.fake.plan(plan);
  for (const language of ["en", "zh"]) {
    forgetFailures();
    const error = errorOf(await rig.play({ model: "openai/gpt-4o", language }));
    expect(error).toMatchObject({ code, status, phase: "before" });
    expect(error.message).not.toContain("CANAR");
    expect(error.message).not.toContain("<");
    expect(error.message).toMatch(language === "zh" ? /[\u4e00-\u9fff]/ : /^[A-Z]/);
    expect(error.values?.provider).toBe("OpenAI");
  }
  expect(rig.fake.seen).toHaveLength(2);
});

test("the estimate of a model that loads is the wait", async () => {
  rig.fake.plan(json(503, { error: "Model x is currently loading", estimated_time: 20 }));
  expect(errorOf(await rig.play())).toMatchObject({ retryAfterMs: 20_000, retryable: true });
});

test.each([
  ["a web page", { status: 200, headers: { "content-type": "text/html" }, body: HTML }],
  ["text", { status: 200, headers: { "content-type": "text/plain" }, body: "hello" }],
  ["JSON that is no answer", json(200, { hello: 1 })],
  ["broken JSON", { status: 200, headers: { "content-type": "application/json" }, body: "{" }],
] satisfies [string, Plan][])("%s instead of a stream is no answer of a model", async (_, plan) => {
  rig.fake.plan(plan);
  expect(errorOf(await rig.play())).toMatchObject({ code: "provider_odd", phase: "before" });
});

test("JSON instead of a stream is an answer all the same", async () => {
  rig.fake.plan(
    json(200, {
      model: "m",
      choices: [{ index: 0, message: { role: "assistant", content: "All at once." }, finish_reason: "stop" }],
      usage: { prompt_tokens: 3, completion_tokens: 4 },
    }),
  );
  const events = await rig.play();
  expect(textIn(events)).toBe("All at once.");
  expect(events.at(-1)).toMatchObject({ type: "end", reason: "complete", servedModel: "m" });
});

test("a redirect is never followed", async () => {
  let hits = 0;
  const canary = createServer((_, response) => {
    hits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  const location = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/v1/chat/completions`;
  for (const status of [301, 302, 303, 307, 308]) {
    rig.fake.plan({ status, headers: { location }, body: "" });
    expect(errorOf(await rig.play({ model: "openai/gpt-4o" })).code).toBe("provider_odd");
  }
  expect(hits).toBe(0);
  await new Promise((resolve) => canary.close(resolve));
});

test("an error in mid-stream is told, after the text that came, and not tried again", async () => {
  for (const name of ["ERROR_OBJECT", "ERROR_STRING"]) {
    rig.fake.reset();
    forgetFailures();
    rig.fake.plan({ transcript: GOLDEN[name]?.blocks ?? [] });
    const events = await rig.play();
    expect(errorOf(events)).toMatchObject({ phase: "during" });
    expect(errorOf(events).said).toBeTruthy();
    expect(textIn(events)).toBe(GOLDEN[name]?.text);
    expect(rig.fake.seen).toHaveLength(1);
  }
});

describe("a provider that goes silent", () => {
  it.each(["before-headers", "after-headers", 1, 3] as const)(
    "%s is given up, and its socket closed",
    async (hang) => {
      rig.fake.plan({ transcript: GOLDEN.CHAT?.blocks ?? [], hang });
      const phase = typeof hang === "number" && hang > 1 ? "during" : "before";
      let events: RunEventBody[];
      do {
        forgetFailures();
        // Impatient only once everything has come that will come; for headers that is never.
        const patience = { ...PATIENCE, headersMs: SHORT_PATIENCE.headersMs };
        const shorten = () => Object.assign(patience, SHORT_PATIENCE);
        if (phase === "before") shorten();
        events = await rig.play({ patience, onEvent: ({ type }) => type === "text" && shorten() });
        // Who was given up before it was even asked tells nothing.
      } while (rig.fake.seen.length === 0);
      expect(errorOf(events)).toMatchObject({ code: "provider_silent", phase });
      await vi.waitFor(() => expect(rig.fake.seen.at(-1)?.closedByClientAt).toBeDefined(), PATIENT);
    },
  );

  it("is given up too when it only keeps the line warm", async () => {
    rig.fake.plan({ transcript: GOLDEN.CHAT?.blocks ?? [], hang: 2, heartbeatMs: 50 });
    // Only that nothing is told can be late here.
    const patience = { ...PATIENCE, contentMs: SHORT_PATIENCE.contentMs };
    expect(errorOf(await rig.play({ patience })).code).toBe("provider_silent");
  });

  it("after its ending has ended", async () => {
    const blocks = GOLDEN.CHAT?.blocks.filter((block) => !block.includes("[DONE]")) ?? [];
    rig.fake.plan({ transcript: blocks, hang: blocks.length });
    // With the usual patience: any other silence would be noticed only after the test's own limit.
    expect((await rig.play()).at(-1)).toMatchObject({ type: "end", reason: "complete" });
  }, 40_000);
});

test.each(["before-headers", "after-headers", 2] as const)("a stop %s reaches the provider", async (hang) => {
  const controller = new AbortController();
  rig.fake.plan(() => {
    // From when the provider is asked: on a slow machine that alone may take longer.
    setTimeout(() => controller.abort(), 80);
    return { transcript: GOLDEN.CHAT?.blocks ?? [], hang };
  });
  const events = await rig.play({ signal: controller.signal });
  expect(events.at(-1)).toMatchObject({ type: "end", reason: "stopped" });
  await vi.waitFor(() => expect(rig.fake.seen[0]?.closedByClientAt).toBeDefined(), PATIENT);
});

test("a connection that cannot be had names the host", async () => {
  const other = await startFakeUpstream();
  const elsewhere = await upstreamServer(other);
  await other.close();
  expect(errorOf(await elsewhere())).toMatchObject({ code: "provider_unreachable", retryable: true });
  rig.play = await upstreamServer(rig.fake);
});

test("five failures in a row leave the provider alone", async () => {
  rig.fake.plan(openai(500, "no"));
  const codes: string[] = [];
  for (let n = 0; n < 7; n += 1) codes.push(errorOf(await rig.play()).code);
  expect(codes).toEqual([
    ...Array<string>(5).fill("provider_failed"),
    "provider_resting",
    "provider_resting",
  ]);
  expect(rig.fake.seen).toHaveLength(5);
});

test("the key travels in Authorization alone, and nothing tells of this machine", async () => {
  rig.fake.plan({ transcript: GOLDEN.CHAT?.blocks ?? [] });
  await rig.play({ model: "openai/gpt-4o" });
  await rig.play({ model: "openai/gpt-4o", ownKeys: new Map([["openai", "sk-own-key-123"]]) });
  await rig.play({ ownKeys: new Map([["openai", "sk-own-key-123"]]) });
  const [server, own, local] = rig.fake.seen;
  expect(server?.headers.authorization).toBe(`Bearer ${CANARY_KEY}`);
  expect(own?.headers.authorization).toBe("Bearer sk-own-key-123");
  expect(local?.headers).not.toHaveProperty("authorization");
  for (const { headers, body, path } of rig.fake.seen) {
    const { authorization: _, ...rest } = headers;
    expect(JSON.stringify([rest, body, path])).not.toMatch(/CANARY|sk-own/);
    expect(Object.keys(rest).filter((name) => /stainless|fader|cookie/.test(name))).toEqual([]);
  }
});
