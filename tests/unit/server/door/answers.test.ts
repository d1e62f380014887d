import { expect, test } from "vitest";
import type { RunEventBody, RunToken } from "@/lib/run-events";
import { encodeItem, toChunks } from "@/lib/server/door/chunks";
import { DoorError } from "@/lib/server/door/problem";
import type { ChatRequest } from "@/lib/server/door/read-chat-request";
import { wholeAnswer } from "@/lib/server/door/whole-answer";
import { textsFor } from "@/lib/server/texts";

const ASKED: ChatRequest = {
  prompt: { model: "fake/one", parameters: {}, system: "", messages: [] },
  spelled: new Map([["maxOutputTokens", "max_completion_tokens"]]),
  isStream: true,
  wantsUsage: false,
  wantsLogprobs: false,
};
const ALL = { ...ASKED, wantsUsage: true, wantsLogprobs: true };
const FRAME = { id: "chatcmpl-1", created: 5, system_fingerprint: null };
const texts = textsFor(new Headers());
const TOKEN: RunToken = {
  text: "Hi",
  bytes: [72, 105],
  logprob: -0.5,
  shapedLogprob: -0.1,
  top: [{ text: "Ho", bytes: [72, 111], logprob: -1 }],
};
const TOLD = {
  token: "Hi",
  bytes: [72, 105],
  logprob: -0.5,
  top_logprobs: [{ token: "Ho", bytes: [72, 111], logprob: -1 }],
};
const TIMINGS = { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 };

const EVENTS: RunEventBody[] = [
  { type: "start", attempt: 1, provider: "fake", model: "fake/one", body: {}, dropped: [] },
  { type: "reasoning", text: "Hm" },
  { type: "tokens", tokens: [TOKEN] },
  { type: "text", text: "Hi" },
  { type: "tokens", tokens: [TOKEN] },
  { type: "usage", source: "server", input: 3, output: 4, reasoning: 1 },
  { type: "end", reason: "length", servedModel: "one-2026", timings: TIMINGS },
];
const USAGE = {
  prompt_tokens: 3,
  completion_tokens: 4,
  total_tokens: 7,
  completion_tokens_details: { reasoning_tokens: 1 },
};
const FAILED: RunEventBody = {
  type: "error",
  code: "refused_parameter",
  phase: "during",
  status: 400,
  parameter: "maxOutputTokens",
  message: "No.",
  retryable: false,
};
const CUT: RunEventBody = { type: "end", reason: "cut", timings: TIMINGS };

async function* play(events: RunEventBody[]): AsyncGenerator<RunEventBody> {
  yield* events;
}

async function chunksOf(events: RunEventBody[], asked = ASKED) {
  const items: unknown[] = [];
  for await (const item of toChunks(play(events), asked, FRAME, texts)) items.push(...item);
  return items;
}

function chunk(delta: object, rest: object = {}) {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason: null, ...rest }];
  return { ...FRAME, object: "chat.completion.chunk", model: "fake/one", choices };
}
const ROLE = { role: "assistant", content: "", refusal: null };

test("a stream names the role, then the parts, then the reason of its end", async () => {
  expect(await chunksOf(EVENTS)).toEqual([
    chunk(ROLE),
    chunk({ reasoning_content: "Hm" }),
    chunk({ content: "Hi" }),
    { ...chunk({}, { finish_reason: "length" }), model: "one-2026" },
    "[DONE]",
  ]);
});

test("odds go with the text they come to, the last with the end; usage comes last when asked for", async () => {
  const logprobs = { content: [TOLD], refusal: null };
  expect(await chunksOf(EVENTS, ALL)).toEqual([
    { ...chunk(ROLE), usage: null },
    { ...chunk({ reasoning_content: "Hm" }), usage: null },
    { ...chunk({ content: "Hi" }, { logprobs }), usage: null },
    { ...chunk({}, { finish_reason: "length", logprobs }), model: "one-2026", usage: null },
    { ...chunk({}), model: "one-2026", choices: [], usage: USAGE },
    "[DONE]",
  ]);
});

test.each([
  [
    FAILED,
    {
      message: "No.",
      type: "invalid_request_error",
      param: "max_completion_tokens",
      code: "refused_parameter",
    },
  ],
  [CUT, { message: expect.any(String) as string, type: "server_error", param: null, code: "cut" }],
])("a failure is the stream's last word, and no [DONE] follows", async (event, error) => {
  const items = await chunksOf([...EVENTS.slice(0, 4), event], ALL);
  expect(items.at(-1)).toEqual({ error });
  expect(items).not.toContain("[DONE]");
});

test("every item but [DONE] is one line of JSON", () => {
  expect(encodeItem("[DONE]")).toBe("data: [DONE]\n\n");
  expect(encodeItem({ a: "b\n" })).toBe('data: {"a":"b\\n"}\n\n');
});

test("a whole answer holds everything", async () => {
  expect(await wholeAnswer(play(EVENTS), ALL, FRAME, texts)).toEqual({
    ...FRAME,
    object: "chat.completion",
    model: "one-2026",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: "Hi", refusal: null, reasoning_content: "Hm" },
        logprobs: { content: [TOLD, TOLD], refusal: null },
        finish_reason: "length",
      },
    ],
    usage: USAGE,
  });
});

test("odds that nobody asked for are not told, and estimates say so", async () => {
  const estimate: RunEventBody = { type: "usage", source: "estimate", input: 1, output: 2 };
  const end: RunEventBody = { type: "end", reason: "complete", timings: TIMINGS };
  const answer = await wholeAnswer(play([...EVENTS.slice(0, 5), estimate, end]), ASKED, FRAME, texts);
  expect(answer.choices[0]).toMatchObject({ logprobs: null, finish_reason: "stop" });
  expect(answer).toMatchObject({
    model: "fake/one",
    usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3, estimated: true },
  });
});

test.each([
  [CUT, { status: 502, code: "cut" }],
  [{ ...CUT, reason: "stopped" } as RunEventBody, { status: 502, code: "cut" }],
  [FAILED, { status: 400, param: "max_completion_tokens" }],
])("what is not whole is no answer", async (event, problem) => {
  const answer = wholeAnswer(play([...EVENTS.slice(0, 4), event]), ASKED, FRAME, texts);
  const error: unknown = await answer.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DoorError);
  expect((error as DoorError).problem).toMatchObject(problem);
});
