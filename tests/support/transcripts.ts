import type { Plan, Seen } from "./fake-upstream";

/** A stream as a real server sends it, and what a reader must make of it. */
export type Golden = {
  blocks: string[];
  dialect: "chat" | "responses";
  text: string;
  reasoning: string;
  ends: "complete" | "length" | "content_filter" | "error" | "cut";
};

const DONE = "data: [DONE]\n\n";
const FAMILY = "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}";

function data(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

type Choice = { content?: string | null; finish?: string | null; more?: object; logprobs?: unknown };

/** A Chat Completions chunk with one choice; `more` adds to the delta. */
function chunk({ content, finish = null, more = {}, logprobs }: Choice, envelope: object = {}): string {
  const delta = { ...(content === undefined ? {} : { content }), ...more };
  const choice = { index: 0, delta, finish_reason: finish, ...(logprobs ? { logprobs } : {}) };
  return data({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "served-model",
    choices: [choice],
    ...envelope,
  });
}

const USAGE = data({
  id: "chatcmpl-1",
  object: "chat.completion.chunk",
  model: "served-model",
  choices: [],
  usage: {
    prompt_tokens: 9,
    completion_tokens: 5,
    total_tokens: 14,
    completion_tokens_details: { reasoning_tokens: 0 },
  },
});

/** OpenAI: role first, usage null on every chunk, padding against traffic analysis, usage last. */
export function openai(texts: string[], finish = "stop"): string[] {
  const envelope = { usage: null, system_fingerprint: "fp_1", obfuscation: "xxxx" };
  return [
    chunk({ content: "", more: { role: "assistant", refusal: null } }, envelope),
    ...texts.map((content) => chunk({ content }, envelope)),
    chunk({ finish }, envelope),
    USAGE,
    DONE,
  ];
}

function odds(token: string, bytes: number[], other: string): unknown {
  const entry = (text: string, own: number[], logprob: number) => ({ token: text, bytes: own, logprob });
  const encode = (text: string) => [...new TextEncoder().encode(text)];
  return {
    content: [
      {
        ...entry(token, bytes, -0.25),
        top_logprobs: [entry(token, bytes, -0.25), entry(other, encode(other), -1.5)],
      },
    ],
    refusal: null,
  };
}

/** "Hé": the two bytes of "é" come in two tokens, the text with the second. */
const CHAT_LOGPROBS = [
  chunk({ content: "", more: { role: "assistant" } }),
  chunk({ content: "H", logprobs: odds("H", [72], "A") }),
  chunk({ content: "", logprobs: odds("\\xc3", [0xc3], "e") }),
  chunk({ content: "é", logprobs: odds("\\xa9", [0xa9], "a") }),
  chunk({ finish: "stop" }),
  USAGE,
  DONE,
];

function response(type: string, more: object = {}): string {
  return `event: ${type}\n${data({ type, sequence_number: 1, ...more })}`;
}

const RESPONSE = { id: "resp_1", object: "response", model: "served-model", output: [] };
const RESPONSES_USAGE = { input_tokens: 9, output_tokens: 5, output_tokens_details: { reasoning_tokens: 2 } };

function responses(middle: string[], last: string): string[] {
  return [
    response("response.created", { response: { ...RESPONSE, status: "in_progress" } }),
    response("response.in_progress", { response: { ...RESPONSE, status: "in_progress" } }),
    response("response.output_item.added", { item: { type: "message", content: [] } }),
    ...middle,
    last,
  ];
}

const textDelta = (delta: string) => response("response.output_text.delta", { delta, logprobs: [] });
const COMPLETED = response("response.completed", {
  response: { ...RESPONSE, status: "completed", usage: RESPONSES_USAGE },
});

export const GOLDEN: Record<string, Golden> = {
  CHAT: chatGolden(openai(["Hello", " from", " upstream", "."]), "Hello from upstream."),
  CHAT_CJK: chatGolden(openai(["月亮", "出来了", `，${FAMILY}`, "看。"]), `月亮出来了，${FAMILY}看。`),
  CHAT_LOGPROBS: chatGolden(CHAT_LOGPROBS, "Hé"),
  VLLM_REASONING: {
    ...chatGolden(
      [
        chunk({ content: "", more: { role: "assistant" } }),
        chunk({ more: { reasoning: "Let me" } }),
        chunk({ more: { reasoning: ` think ${FAMILY}.` } }),
        chunk({ content: "Done." }),
        chunk({ content: "", finish: "stop" }),
        USAGE,
        DONE,
      ],
      "Done.",
    ),
    reasoning: `Let me think ${FAMILY}.`,
  },
  LLAMA_CPP: {
    ...chatGolden(
      [
        ": ping\n\n",
        chunk({ content: null, more: { role: "assistant" } }),
        chunk({ more: { reasoning_content: "Hm." } }),
        chunk({ content: "A" }),
        ": ping\n\n",
        chunk({ content: "nswer" }),
        chunk({ finish: "stop" }, { timings: { predicted_n: 3, predicted_per_second: 20 } }),
        USAGE,
        DONE,
      ],
      "Answer",
    ),
    reasoning: "Hm.",
  },
  OLLAMA: chatGolden(
    [chunk({ content: "Hi" }), chunk({ content: " there" }), chunk({ content: "", finish: "stop" }), DONE],
    "Hi there",
  ),
  OLLAMA_NULL_FINISH: chatGolden([chunk({ content: "Hi" }), chunk({ content: " there" }), DONE], "Hi there"),
  DONE_WITHOUT_BLANK_LINE: chatGolden([chunk({ content: "Hi" }), "data: [DONE]"], "Hi"),
  LENGTH: { ...chatGolden(openai(["Cut", " short"], "length"), "Cut short"), ends: "length" },
  FILTERED: { ...chatGolden(openai(["Some"], "content_filter"), "Some"), ends: "content_filter" },
  HF_ROUTER: chatGolden(
    [chunk({ content: "No" }), chunk({ content: " usage" }), chunk({ finish: "eos_token" }), DONE],
    "No usage",
  ),
  SECOND_CHOICE: chatGolden(
    [
      data({ choices: [{ index: 1, delta: { content: "other" }, finish_reason: null }] }),
      chunk({ content: "first" }),
      chunk({ finish: "stop" }),
      DONE,
    ],
    "first",
  ),
  BAD_JSON: chatGolden(
    [chunk({ content: "a" }), "data: {oops\n\n", chunk({ content: "b" }), chunk({ finish: "stop" }), DONE],
    "ab",
  ),
  CRLF: chatGolden(
    openai(["Line", " ends"]).map((block) => block.replaceAll("\n", "\r\n")),
    "Line ends",
  ),
  ERROR_OBJECT: {
    ...chatGolden(
      [chunk({ content: "So far" }), data({ error: { message: "The engine died", code: 500 } }), DONE],
      "So far",
    ),
    ends: "error",
  },
  ERROR_STRING: {
    ...chatGolden(
      [chunk({ content: "So far" }), data({ error: "Generation failed", error_type: "generation" })],
      "So far",
    ),
    ends: "error",
  },
  ERROR_BARE: { ...chatGolden([chunk({ content: "So far" }), '{"error":"lost"}\n'], "So far"), ends: "cut" },
  NO_ENDING: { ...chatGolden([chunk({ content: "So" }), chunk({ content: " far" })], "So far"), ends: "cut" },
  RESPONSES: responsesGolden(responses(["Hello", " 世界", "."].map(textDelta), COMPLETED), "Hello 世界."),
  RESPONSES_REASONING: {
    ...responsesGolden(
      responses(
        [response("response.reasoning_summary_text.delta", { delta: "Weighing" }), textDelta("Yes.")],
        COMPLETED,
      ),
      "Yes.",
    ),
    reasoning: "Weighing",
  },
  RESPONSES_INCOMPLETE: {
    ...responsesGolden(
      responses(
        [textDelta("Half")],
        response("response.incomplete", {
          response: {
            ...RESPONSE,
            status: "incomplete",
            incomplete_details: { reason: "max_output_tokens" },
          },
        }),
      ),
      "Half",
    ),
    ends: "length",
  },
  RESPONSES_FAILED: {
    ...responsesGolden(
      responses(
        [textDelta("Half")],
        response("response.failed", {
          response: { ...RESPONSE, status: "failed", error: { code: "server_error", message: "It broke" } },
        }),
      ),
      "Half",
    ),
    ends: "error",
  },
};

function chatGolden(blocks: string[], text: string): Golden {
  return { blocks, dialect: "chat", text, reasoning: "", ends: "complete" };
}

function responsesGolden(blocks: string[], text: string): Golden {
  return { ...chatGolden(blocks, text), dialect: "responses" };
}

const FRIENDLY = GOLDEN.CHAT?.blocks ?? [];

/** A friendly answer in the format of the path, with odds where they were asked for. */
export function defaultPlan({ path, body }: Pick<Seen, "path" | "body">): Plan {
  const asked = (body ?? {}) as { stream?: boolean; logprobs?: boolean };
  if (path.endsWith("/responses")) return { transcript: GOLDEN.RESPONSES?.blocks };
  if (asked.stream) return { transcript: asked.logprobs ? CHAT_LOGPROBS : FRIENDLY };
  const message = { role: "assistant", content: "Hello from upstream." };
  const whole = { id: "chatcmpl-1", object: "chat.completion", model: "served-model" };
  return {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...whole, choices: [{ index: 0, message, finish_reason: "stop" }] }),
  };
}
