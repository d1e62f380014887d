import type { JsonObject, ParameterKey } from "./parameters";

/**
 * How a kind of server spells the request. A dialect row holds only what departs from the usual wire names of
 * `parameters.ts`: another name, or `null` for "this server does not take it".
 */
export type DialectRow = {
  /** Chat Completions, or OpenAI's Responses: two shapes of the body and of the stream. */
  format: "chat" | "responses";
  /** Another wire path (dots nest; `name[]=item` adds an item to a list), or null: not accepted, so never sent. */
  names: Partial<Record<ParameterKey, string | null>>;
  /** A nearer upper end for the fader, e.g. a small context window. */
  faderMax?: Partial<Record<ParameterKey, number>>;
  /** What this server takes of a wider range; ends included. */
  ranges?: Partial<Record<ParameterKey, { min?: number; max?: number }>>;
  /** Parameters that may be dropped without a word, so that "sent" does not prove "used". */
  mayIgnore?: readonly ParameterKey[] | "all";
  /** What every request carries besides model and messages. */
  always: JsonObject;
};

const STREAM = { stream: true } as const;
/** Without it a Chat Completions stream does not say how many tokens it came to. */
const STREAM_USAGE = { stream: true, stream_options: { include_usage: true } } as const;
const OPEN_WEIGHTS_ONLY = { topK: null, minP: null, typicalP: null, repetitionPenalty: null } as const;

/** Where facts came from: `docs` and sources of each server as gathered on 2026-11-23. */
export const DIALECTS = {
  /** The built-in model, served by ourselves: every sampling parameter, no reasoning, no forced formats. */
  sprout: {
    format: "chat",
    names: {
      reasoningEffort: null,
      verbosity: null,
      responseFormat: null,
      jsonSchema: null,
      extraBody: null,
    },
    faderMax: { maxOutputTokens: 256 },
    always: STREAM,
  },
  /** OpenAI's Chat Completions (openai-openapi of 2026-08-21). The padding against traffic analysis is of no use to us. */
  openai: {
    format: "chat",
    names: { ...OPEN_WEIGHTS_ONLY, maxOutputTokens: "max_completion_tokens" },
    always: { stream: true, stream_options: { include_usage: true, include_obfuscation: false } },
  },
  /** OpenAI's Responses, for models that only live there. Nothing is stored there. */
  responses: {
    format: "responses",
    names: {
      ...OPEN_WEIGHTS_ONLY,
      maxOutputTokens: "max_output_tokens",
      frequencyPenalty: null,
      presencePenalty: null,
      seed: null,
      stop: null,
      logitBias: null,
      reasoningEffort: "reasoning.effort",
      verbosity: "text.verbosity",
      logprobs: "include[]=message.output_text.logprobs",
      responseFormat: "text.format.type",
      jsonSchema: "text.format",
    },
    always: { stream: true, store: false, stream_options: { include_obfuscation: false } },
  },
  /** The Hugging Face router passes extras through; the provider behind it decides (hub-docs of 2026-08-22). */
  huggingface: {
    format: "chat",
    names: { logitBias: null },
    ranges: { topLogprobs: { max: 5 } },
    mayIgnore: [
      "seed",
      "topK",
      "minP",
      "typicalP",
      "frequencyPenalty",
      "presencePenalty",
      "repetitionPenalty",
      "reasoningEffort",
      "verbosity",
      "logprobs",
      "topLogprobs",
      "responseFormat",
      "jsonSchema",
      "extraBody",
    ],
    always: STREAM_USAGE,
  },
  /** Any OpenAI-compatible server of which no more is known. */
  chat: { format: "chat", names: {}, mayIgnore: "all", always: STREAM_USAGE },
  /** llama.cpp's llama-server (server-schema.cpp). */
  "llama-cpp": {
    format: "chat",
    names: { repetitionPenalty: "repeat_penalty", verbosity: null },
    mayIgnore: ["reasoningEffort", "extraBody"],
    always: STREAM_USAGE,
  },
  /** vLLM (protocol.py) accepts unknown fields and drops them. */
  vllm: {
    format: "chat",
    names: { typicalP: null, verbosity: null },
    mayIgnore: ["reasoningEffort", "extraBody"],
    always: STREAM_USAGE,
  },
  /** LM Studio's documented fields. */
  "lm-studio": {
    format: "chat",
    names: {
      minP: null,
      typicalP: null,
      repetitionPenalty: "repeat_penalty",
      reasoningEffort: null,
      verbosity: null,
      logprobs: null,
      topLogprobs: null,
    },
    mayIgnore: ["responseFormat", "jsonSchema", "extraBody"],
    always: STREAM_USAGE,
  },
  /** Ollama's compatible address: it drops what it does not decode, max_completion_tokens and top_k among it. */
  ollama: {
    format: "chat",
    names: { ...OPEN_WEIGHTS_ONLY, verbosity: null, logitBias: null },
    mayIgnore: ["reasoningEffort", "extraBody"],
    always: STREAM_USAGE,
  },
  /** Text Generation Inference: temperature and top-p must lie inside their ranges, not at the ends. */
  tgi: {
    format: "chat",
    names: { ...OPEN_WEIGHTS_ONLY, reasoningEffort: null, verbosity: null, logitBias: null },
    ranges: {
      temperature: { min: 0.01 },
      topP: { min: 0.01, max: 0.99 },
      seed: { min: 1 },
      topLogprobs: { max: 5 },
    },
    mayIgnore: ["extraBody"],
    always: STREAM_USAGE,
  },
} as const satisfies Record<string, DialectRow>;

export type DialectId = keyof typeof DIALECTS;

/** The dialects that an operator's own server may speak. */
export const SERVER_DIALECTS = ["chat", "llama-cpp", "vllm", "lm-studio", "ollama", "tgi"] as const;

export function dialectRow(id: DialectId): DialectRow {
  return DIALECTS[id];
}
