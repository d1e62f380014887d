import OpenAI, {
  AuthenticationError,
  APIConnectionTimeoutError,
  APIUserAbortError,
  BadRequestError,
  NotFoundError,
} from "openai";
import type { ChatCompletionChunk, ChatCompletionCreateParamsNonStreaming } from "openai/resources";
import { afterAll, beforeAll, expect, test } from "vitest";
import { END } from "@/lib/tiny-model/special-tokens";
import { countUntilIdle, readHealth, untilIdle } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";

/** The door as programs use it: the official client against the built server. */
let server: TestServer;
let client: OpenAI;
beforeAll(async () => {
  server = await startServer();
  client = new OpenAI({ baseURL: `${server.origin}/api/v1`, apiKey: "local", maxRetries: 0 });
  await client.chat.completions.create(ASK);
});
afterAll(async () => {
  await server.stop();
});

const ASK: ChatCompletionCreateParamsNonStreaming = {
  model: "built-in/sprout",
  messages: [{ role: "user", content: "Tell me a story about a fox." }],
};
/** Sprout may not end its turn, so it writes until its room is full. */
const LONG = { ...ASK, temperature: 1, logit_bias: { [END]: -100 } };

const contentOf = (chunks: ChatCompletionChunk[]) =>
  chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");

async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("lists the models", async () => {
  const models = [];
  for await (const model of client.models.list()) models.push(model);
  expect(models).toContainEqual({
    id: "built-in/sprout",
    object: "model",
    created: 0,
    owned_by: "built-in",
  });
});

test("finds one model by its id, and says when there is none", async () => {
  expect(await client.models.retrieve("built-in/sprout")).toEqual({
    id: "built-in/sprout",
    object: "model",
    created: 0,
    owned_by: "built-in",
  });
  // A provider's newest model may be on no list yet.
  expect((await client.models.retrieve("openai/gpt-99")).owned_by).toBe("openai");
  for (const id of ["built-in/other", "nobody/x", "sprout"])
    await expect(client.models.retrieve(id)).rejects.toBeInstanceOf(NotFoundError);
});

test("answers whole", async () => {
  const answer = await client.chat.completions.create({ ...ASK, max_completion_tokens: 8 });
  expect(answer.object).toBe("chat.completion");
  expect(answer.choices).toHaveLength(1);
  expect(answer.choices[0]?.finish_reason).toBe("length");
  expect(answer.choices[0]?.message.content?.length).toBeGreaterThan(5);
  expect(answer.usage).toMatchObject({ completion_tokens: 8 });
  expect(answer.usage?.total_tokens).toBe((answer.usage?.prompt_tokens ?? 0) + 8);
});

test("the same seed gives the same answer, streamed or not; another seed another", async () => {
  const seeded = { ...ASK, temperature: 1, seed: 7, max_tokens: 40 };
  const textOf = async (seed: number) =>
    (await client.chat.completions.create({ ...seeded, seed })).choices[0]?.message.content;
  const first = await textOf(7);
  expect(await textOf(7)).toBe(first);
  expect(await textOf(8)).not.toBe(first);
  const stream = client.chat.completions.stream({ ...seeded, stream: true });
  expect(await stream.finalContent()).toBe(first);
});

test("streams text, odds and usage", async () => {
  const stream = await client.chat.completions.create({
    ...ASK,
    stream: true,
    stream_options: { include_usage: true, include_obfuscation: false },
    logprobs: true,
    top_logprobs: 3,
    max_tokens: 12,
  });
  const chunks: ChatCompletionChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const tokens = chunks.flatMap(({ choices }) => choices[0]?.logprobs?.content ?? []);
  expect(tokens).toHaveLength(12);
  for (const { logprob, top_logprobs } of tokens) {
    expect(logprob).toBeLessThanOrEqual(0);
    expect(top_logprobs).toHaveLength(3);
  }
  const bytes = Buffer.from(tokens.flatMap((token) => token.bytes ?? []));
  expect(bytes.toString().trimStart()).toBe(contentOf(chunks).trimStart());
  expect(chunks.at(0)?.choices[0]?.delta.role).toBe("assistant");
  expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe("length");
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 12 } });
});

test("continues what the last message begins", async () => {
  const begin = "Once upon a time, there was a fox named";
  const answer = await client.chat.completions.create({
    ...ASK,
    temperature: 0,
    messages: [...ASK.messages, { role: "assistant", content: begin }],
  });
  const fresh = await client.chat.completions.create({ ...ASK, temperature: 0 });
  expect(answer.choices[0]?.message.content).toBeTruthy();
  expect(answer.choices[0]?.message.content).not.toBe(fresh.choices[0]?.message.content);
  expect(answer.usage?.prompt_tokens).toBeGreaterThan(fresh.usage?.prompt_tokens ?? Infinity);
});

test("an answer can be sent back in the next turn as it came", async () => {
  const first = await client.chat.completions.create({ ...ASK, max_tokens: 8 });
  const message = first.choices[0]?.message as OpenAI.ChatCompletionMessage;
  const messages = [...ASK.messages, message, { role: "user", content: "Go on." } as const];
  expect((await client.chat.completions.create({ ...ASK, messages, max_tokens: 8 })).choices).toHaveLength(1);
});

test("a client who leaves in the middle of a stream leaves nothing running", async () => {
  for (const leave of ["abort", "break"]) {
    const stream = await client.chat.completions.create({ ...LONG, stream: true });
    let chunks = 0;
    for await (const _ of stream) {
      chunks += 1;
      if (chunks < 5) continue;
      if (leave === "break") break;
      stream.controller.abort();
    }
    await untilIdle(server);
    expect(chunks).toBeGreaterThanOrEqual(5);
  }
});

test("a client who waits no longer leaves nothing running", async () => {
  const startedAt = performance.now();
  const whole = client.chat.completions.create(LONG);
  await untilGoing(whole);
  const { busy: wholeBusy } = await countUntilIdle(server);
  await whole;
  const wholeMs = performance.now() - startedAt;
  const late = await leaveInTheMiddle(APIConnectionTimeoutError, () =>
    client.chat.completions.create(LONG, { timeout: Math.ceil((Math.random() * wholeMs) / 2) }),
  );
  const left = await leaveInTheMiddle(APIUserAbortError, async () => {
    const controller = new AbortController();
    const call = client.chat.completions.create(LONG, { signal: controller.signal });
    await untilGoing(call);
    controller.abort();
    return call;
  });
  // An answer that went on would have kept the server busy for most of its time, however fast or slow that is.
  for (const busy of [late, left]) expect(busy).toBeLessThan(wholeBusy / 2);
});

/** Waits until the server is at work on a call, or the call is over. */
async function untilGoing(call: PromiseLike<unknown>): Promise<boolean> {
  const state = { isOver: false };
  void failureOf(call).then(() => (state.isOver = true));
  while (!state.isOver) if ((await readHealth(server)).runs > 0) return true;
  return false;
}

/**
 * How often the server says that it is busy after a client left, whose call fails with `kind`. Leaves again when the server
 * was not at work on the call yet, or no longer.
 */
async function leaveInTheMiddle(
  kind: new (...args: never[]) => Error,
  leave: () => Promise<unknown>,
): Promise<number> {
  for (;;) {
    const call = leave();
    const wasGoing = await untilGoing(call);
    const failure = await failureOf(call);
    const { busy } = await countUntilIdle(server);
    if (failure === undefined) continue;
    expect(failure).toBeInstanceOf(kind);
    if (wasGoing) return busy;
  }
}

test.each([false, true])("refusals are the client's own errors (stream: %s)", async (stream) => {
  const refuse = async (body: object) =>
    failureOf(client.chat.completions.create({ ...ASK, stream, ...body } as typeof ASK));
  const unknown = await refuse({ model: "nobody/x" });
  expect(unknown).toBeInstanceOf(NotFoundError);
  expect(unknown).toMatchObject({ code: "model_not_found", param: "model", type: "invalid_request_error" });
  const outside = await refuse({ temperature: 2.5 });
  expect(outside).toBeInstanceOf(BadRequestError);
  expect(outside).toMatchObject({ param: "temperature", type: "invalid_request_error" });
  expect((outside as Error).message).toContain("from 0 to 2");
  const notTaken = await refuse({ verbosity: "low" });
  expect(notTaken).toBeInstanceOf(BadRequestError);
  expect(notTaken).toMatchObject({ param: "verbosity", code: "unsupported_parameter" });
  const tooLong = await refuse({ messages: [{ role: "user", content: "fox ".repeat(400) }] });
  expect(tooLong).toBeInstanceOf(BadRequestError);
  expect(tooLong).toMatchObject({ code: "context_length_exceeded", param: "messages" });
  await untilIdle(server);
});

test("nothing of all this is in the log as a fault", () => {
  expect(server.output()).not.toMatch(/⨯|Error|unhandled/i);
});

test("where the server asks for a password, the client's key is it", async () => {
  const password = "correct horse battery";
  const closed = await startServer({ environment: { FADER_PASSWORD: password } });
  try {
    const ask = (apiKey: string) =>
      new OpenAI({ baseURL: `${closed.origin}/api/v1`, apiKey, maxRetries: 0 }).chat.completions.create(ASK);
    expect((await ask(password)).choices[0]?.message.content).toBeTruthy();
    const refused = await failureOf(ask("local"));
    expect(refused).toBeInstanceOf(AuthenticationError);
    expect(refused).toMatchObject({ type: "authentication_error", param: null });
  } finally {
    await closed.stop();
  }
});
