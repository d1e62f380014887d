import OpenAI, {
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from "openai";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { untilIdle } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { GOLDEN } from "../support/transcripts";

const STATUSES = [
  { status: 400, kind: BadRequestError },
  { status: 401, kind: AuthenticationError },
  { status: 402, kind: APIError },
  { status: 403, kind: PermissionDeniedError },
  { status: 404, kind: NotFoundError },
  { status: 422, kind: UnprocessableEntityError },
  { status: 429, kind: RateLimitError },
  { status: 500, kind: InternalServerError },
  { status: 502, kind: InternalServerError },
  { status: 503, kind: InternalServerError },
  { status: 504, kind: InternalServerError },
];

/** What fails at a provider, as the official client sees it through the door. */
let fake: FakeUpstream;
let server: TestServer;
let client: OpenAI;
beforeAll(async () => {
  fake = await startFakeUpstream();
  // Each failing status has a provider of its own: one that fails again and again is left alone.
  const ids = ["fake", "broken", ...STATUSES.map(({ status }) => `fails-${status}`)];
  const servers = ids.map((id) => ({ id, label: "Fake", dialect: "chat", baseUrl: fake.baseUrl }));
  const environment = { FADER_SERVERS: JSON.stringify(servers), OPENAI_BASE_URL: fake.baseUrl };
  server = await startServer({ environment });
  client = new OpenAI({ baseURL: `${server.origin}/api/v1`, apiKey: "local", maxRetries: 0 });
});
beforeEach(() => fake.reset());
afterAll(async () => {
  await server.stop();
  await fake.close();
});

function ask(stream: boolean, more: object = {}, options?: OpenAI.RequestOptions) {
  const messages = [{ role: "user", content: "Hi" } as const];
  return client.chat.completions.create({ model: "fake/one", messages, stream, ...more }, options);
}

/** The text that came, and the error that the loop ended with. */
async function readAll(answer: Awaited<ReturnType<typeof ask>>): Promise<{ text: string; error: unknown }> {
  let text = "";
  try {
    if (!("controller" in answer)) throw new Error("no stream");
    for await (const { choices } of answer) text += choices[0]?.delta.content ?? "";
    return { text, error: undefined };
  } catch (error) {
    return { text, error };
  }
}

async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** A silent provider is hung up after 45 s in any case; leaving must not wait for that. */
const SOONER_THAN_SILENCE_MS = 30_000;

/** Waits until the fake has seen its callers hang up. */
async function untilHungUp(): Promise<void> {
  const isHungUp = () => fake.seen.every(({ closedByClientAt }) => closedByClientAt !== undefined);
  expect(fake.seen).not.toEqual([]);
  await vi.waitUntil(isHungUp, { timeout: SOONER_THAN_SILENCE_MS });
  await untilIdle(server);
}

test("lists what the provider lists", async () => {
  const ids = [];
  for await (const { id } of client.models.list()) ids.push(id);
  expect(ids).toContain("fake/gpt-4o-mini");
});

test("an answer, whole and streamed, with the model that served it and the reasoning", async () => {
  expect(await ask(false)).toMatchObject({
    model: "served-model",
    choices: [{ message: { content: "Hello from upstream." }, finish_reason: "stop" }],
    usage: { prompt_tokens: 9, completion_tokens: 5, total_tokens: 14 },
  });
  expect(await readAll(await ask(true))).toEqual({ text: "Hello from upstream.", error: undefined });
  fake.plan({ transcript: GOLDEN.VLLM_REASONING?.blocks });
  expect(await ask(false)).toMatchObject({
    choices: [{ message: { content: "Done.", reasoning_content: GOLDEN.VLLM_REASONING?.reasoning } }],
  });
});

test("parameters arrive as they were sent, also those that no one here names", async () => {
  const sent = {
    temperature: 0.3,
    top_k: 5,
    stop: ["END"],
    mirostat: 2,
    response_format: { type: "json_object" },
  };
  await ask(false, sent);
  expect(fake.seen[0]?.body).toMatchObject({ model: "one", ...sent });
});

test("a key of one's own goes to its provider, the door's own does not", async () => {
  const headers = { "x-fader-openai-key": "sk-of-mine" };
  await ask(false, { model: "openai/gpt-4o" }, { headers });
  await ask(false);
  expect(fake.seen.map((seen) => seen.headers.authorization)).toEqual(["Bearer sk-of-mine", undefined]);
  expect(await failureOf(ask(false, { model: "openai/gpt-4o" }))).toBeInstanceOf(AuthenticationError);
});

test.each(STATUSES.flatMap((each) => [true, false].map((stream) => ({ ...each, stream }))))(
  "a provider's $status is the client's own error (stream: $stream)",
  async ({ status, kind, stream }) => {
    const body = JSON.stringify({ error: { message: "Not today", type: "x", param: null, code: null } });
    const headers = { "content-type": "application/json", "retry-after": "3" };
    fake.plan({ status, body, headers });
    const error = await failureOf(ask(stream, { model: `fails-${status}/one` }));
    expect(error).toBeInstanceOf(kind);
    const { status: told, headers: given, message } = error as InstanceType<typeof APIError>;
    expect(told).toBe(status);
    expect(given?.get("retry-after")).toBe("3");
    expect(message).toContain("Not today");
    expect(fake.seen).toHaveLength(1);
  },
);

test("a parameter that the provider refuses is named as the client wrote it", async () => {
  const message = "Unsupported value: 'max_tokens' does not support 5 with this model.";
  const body = {
    error: { message, type: "invalid_request_error", param: "max_tokens", code: "unsupported_value" },
  };
  fake.plan({ status: 400, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  const error = await failureOf(ask(true, { max_completion_tokens: 5 }));
  expect(error).toBeInstanceOf(BadRequestError);
  expect(error).toMatchObject({ param: "max_completion_tokens", code: "refused_parameter" });
  expect(fake.seen).toHaveLength(1);
});

test.each(["ERROR_OBJECT", "ERROR_STRING", "ERROR_BARE", "NO_ENDING"])(
  "%s in the middle is thrown after the text that came",
  async (name) => {
    fake.plan({ transcript: GOLDEN[name]?.blocks });
    const { text, error } = await readAll(await ask(true));
    expect(text).toBe("So far");
    expect(error).toBeInstanceOf(APIError);
    expect(await failureOf(ask(false))).toBeInstanceOf(InternalServerError);
  },
);

test("a cut connection is thrown after the text that came, and an HTTP failure before", async () => {
  const transcript = GOLDEN.CHAT?.blocks ?? [];
  const cut = (cutAfter: number) => fake.plan({ transcript, cutAfter, delayMs: 20 });
  cut(3);
  const { text, error } = await readAll(await ask(true, { model: "broken/one" }));
  expect(text).toBe("Hello from");
  expect(error).toBeInstanceOf(APIError);
  cut(1);
  const before = await failureOf(ask(true, { model: "broken/one" }));
  expect(before).toBeInstanceOf(InternalServerError);
  expect(await failureOf(ask(false, { model: "broken/one" }))).toBeInstanceOf(InternalServerError);
});

test.each(["abort", "break"])("a client who leaves by %s hangs up on the provider", async (way) => {
  fake.plan({ transcript: GOLDEN.CHAT?.blocks, hang: 3 });
  const stream = await ask(true);
  if (!("controller" in stream)) throw new Error("no stream");
  for await (const { choices } of stream) {
    if (!choices[0]?.delta.content) continue;
    if (way === "break") break;
    stream.controller.abort();
  }
  await untilHungUp();
});

test.each([true, false])(
  "a client who waits no longer hangs up on the provider (stream: %s)",
  async (stream) => {
    fake.plan({ hang: "before-headers" });
    // On a slow machine a client may have gone before the provider is asked: nobody there learns of that one.
    for (let timeout = 300; fake.seen.length === 0; timeout *= 2)
      expect(await failureOf(ask(stream, {}, { timeout }))).toBeInstanceOf(APIConnectionTimeoutError);
    await untilHungUp();
    fake.reset();
    fake.plan({ hang: "after-headers" });
    const controller = new AbortController();
    const left = failureOf(ask(stream, {}, { signal: controller.signal }));
    await vi.waitUntil(() => fake.seen.length === 1, { timeout: SOONER_THAN_SILENCE_MS });
    controller.abort();
    expect(await left).toBeInstanceOf(APIUserAbortError);
    await untilHungUp();
  },
);

test("nothing of all this is in the log as a fault", () => {
  expect(server.output()).not.toMatch(/⨯|unhandled/i);
});
