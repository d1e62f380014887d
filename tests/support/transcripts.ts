import type { Plan, Seen } from "./fake-upstream";
import { ODDS } from "./odds-transcripts";
import { chunk, COMPLETED, data, DONE, response, RESPONSE, responses, USAGE } from "./stream-blocks";

/** A stream as a real server sends it, and what a reader must make of it. */
export type Golden = {
  blocks: string[];
  dialect: "chat" | "responses";
  text: string;
  reasoning: string;
  ends: "complete" | "length" | "content_filter" | "error" | "cut";
};

const FAMILY = "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}";

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

const textDelta = (delta: string) => response("response.output_text.delta", { delta, logprobs: [] });

export const GOLDEN: Record<string, Golden> = {
  CHAT: chatGolden(openai(["Hello", " from", " upstream", "."]), "Hello from upstream."),
  CHAT_CJK: chatGolden(openai(["月亮", "出来了", `，${FAMILY}`, "看。"]), `月亮出来了，${FAMILY}看。`),
  CHAT_LOGPROBS: chatGolden(ODDS.CHAT.blocks, ODDS.CHAT.text),
  CHAT_LOGPROBS_SPLIT: chatGolden(ODDS.CHAT_SPLIT.blocks, ODDS.CHAT_SPLIT.text),
  RESPONSES_LOGPROBS: responsesGolden(ODDS.RESPONSES.blocks, ODDS.RESPONSES.text),
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
  if (asked.stream) return { transcript: asked.logprobs ? ODDS.CHAT.blocks : FRIENDLY };
  const message = { role: "assistant", content: "Hello from upstream." };
  const whole = { id: "chatcmpl-1", object: "chat.completion", model: "served-model" };
  return {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...whole, choices: [{ index: 0, message, finish_reason: "stop" }] }),
  };
}
