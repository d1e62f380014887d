import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { isEnding, type RunEventBody } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";
import type { Adapter } from "@/lib/server/adapters/adapter";
import { runPane } from "@/lib/server/run-pane";
import { textsFor } from "@/lib/server/texts";

const PROMPT: PanePrompt = {
  model: "built-in/sprout",
  parameters: {},
  system: "",
  messages: [{ role: "user", content: "secret prompt" }],
};
const END: RunEventBody = {
  type: "end",
  reason: "complete",
  timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
};
const START: RunEventBody = {
  type: "start",
  attempt: 1,
  provider: "built-in",
  model: "built-in/sprout",
  body: {},
  dropped: [],
};
const TEXT: RunEventBody = { type: "text", text: "x" };

function playing(events: RunEventBody[], fault?: unknown): Adapter {
  return async function* () {
    yield* events;
    if (fault !== undefined) throw fault;
  };
}

async function play(
  adapter: Adapter,
  prompt: Partial<PanePrompt> = {},
  headers: Record<string, string> = {},
): Promise<RunEventBody[]> {
  const context = { signal: new AbortController().signal, texts: textsFor(new Headers(headers)) };
  const events: RunEventBody[] = [];
  for await (const event of runPane({ ...PROMPT, ...prompt }, context, {
    builtIn: adapter,
    compatible: adapter,
  }))
    events.push(event);
  return events;
}

test("passes an adapter's events on, and nothing after the ending", async () => {
  expect(await play(playing([START, TEXT, END, TEXT, END]))).toEqual([START, TEXT, END]);
});

test("an adapter that ends without an ending has failed", async () => {
  expect(await play(playing([START, TEXT]))).toMatchObject([
    START,
    TEXT,
    { type: "error", code: "model_failed", phase: "during" },
  ]);
});

test.each([
  { fault: new AppError("model_failed"), events: [START], code: "model_failed", phase: "before" },
  { fault: new AppError("model_failed"), events: [START, TEXT], code: "model_failed", phase: "during" },
  { fault: new TypeError("boom"), events: [], code: "internal", phase: "before" },
  { fault: "a string", events: [START, TEXT], code: "internal", phase: "during" },
])("a fault becomes one error event: $code, $phase", async ({ fault, events, code, phase }) => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const played = await play(playing(events, fault));
  expect(played.filter(isEnding)).toHaveLength(1);
  expect(played.at(-1)).toMatchObject({ type: "error", code, phase });
  log.mockRestore();
});

test("says what did not fit, in the reader's language, with a way out", async () => {
  const overflow = new AppError("context_overflow", {
    values: { promptTokens: 200, maxTokens: 100, contextTokens: 256 },
  });
  const [english] = await play(playing([], overflow));
  expect(english).toMatchObject({
    code: "context_overflow",
    status: 422,
    retryable: false,
    values: { promptTokens: 200, maxTokens: 100, contextTokens: 256 },
  });
  expect(english).toMatchObject({ message: expect.stringMatching(/200 .*100 .*256.*Shorten/) as string });
  const [chinese] = await play(playing([], overflow), {}, { "accept-language": "zh-CN" });
  expect(chinese).toMatchObject({ message: expect.stringMatching(/200.*100.*256.*缩短/) as string });
});

test.each(["nobody/model", "sprout", "constructor/x", "__proto__/x"])(
  "refuses the model %s",
  async (model) => {
    expect(await play(playing([END]), { model })).toMatchObject([
      { type: "error", code: "unknown_model", values: { model } },
    ]);
  },
);

test.each([{ messages: [] }, { messages: [{ role: "user" as const, content: " \n" }] }])(
  "refuses an empty prompt",
  async ({ messages }) => {
    expect(await play(playing([END]), { messages, system: "Be kind." })).toMatchObject([
      { type: "error", code: "empty_prompt", phase: "before" },
    ]);
  },
);

test("logs an unexpected fault without a word of the prompt", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await play(playing([], new Error("failed at: secret prompt")));
  expect(log).toHaveBeenCalledOnce();
  expect(inspect(log.mock.calls)).not.toContain("secret");
  log.mockRestore();
});
