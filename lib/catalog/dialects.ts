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
  /** Whose odds the returned logprobs are: the model's own, before any fader, or those after the server's samplers. */
  returnedLogprobs: "raw" | "shaped" | "unknown";
  /** What becomes of a last message of the assistant's: it is continued, or answered with a new one. */
  prefill: "continues" | "startsAnew" | "unknown";
  /** What a request carries besides, so that a last message of the assistant's is continued. */
  whenContinued?: JsonObject;
  /** Whether a message of the assistant's may carry the exact tokens it is made of. */
  takesTokens?: boolean;
};

const STREAM = { stream: true } as const;
/** Without it a Chat Completions stream does not say how many tokens it came to. */
const STREAM_USAGE = { stream: true, stream_options: { include_usage: true } } as const;
const OPEN_WEIGHTS_ONLY = { topK: null, minP: null, typicalP: null, repetitionPenalty: null } as const;

/**
 * Where facts came from: `docs` and sources of each server as gathered on 2026-11-23. What returned logprobs and prefills
 * are is said at each row with its source; "unknown" where no primary source says it for all versions.
 */
export const DIALECTS = {
  /**
   * The built-in model, served by ourselves: every sampling parameter, no reasoning, no forced formats. `generate.ts` tells
   * both kinds of odds apart; `chat-template.ts` leaves a last assistant message open.
   */
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
    returnedLogprobs: "raw",
    prefill: "continues",
    takesTokens: true,
  },
  /**
   * OpenAI's Chat Completions (openai-openapi of 2026-08-21). The padding against traffic analysis is of no use to us. The
   * reference does not say where in sampling logprobs are taken; a message that was sent is complete, and a new one follows.
   */
  openai: {
    format: "chat",
    names: { ...OPEN_WEIGHTS_ONLY, maxOutputTokens: "max_completion_tokens" },
    always: { stream: true, stream_options: { include_usage: true, include_obfuscation: false } },
    returnedLogprobs: "unknown",
    prefill: "startsAnew",
  },
  /** OpenAI's Responses, for models that only live there. Nothing is stored there. Odds and messages as in Chat. */
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
    returnedLogprobs: "unknown",
    prefill: "startsAnew",
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
    returnedLogprobs: "unknown",
    prefill: "unknown",
  },
  /** Any OpenAI-compatible server of which no more is known. */
  chat: {
    format: "chat",
    names: {},
    mayIgnore: "all",
    always: STREAM_USAGE,
    returnedLogprobs: "unknown",
    prefill: "unknown",
  },
  /**
   * llama.cpp's llama-server (server-schema.cpp). Odds are from before sampling unless `post_sampling_probs` is set (its
   * pull request 10783). A prefill is continued unless it was started with `--no-prefill-assistant` (arg.cpp); while a
   * model thinks, it refuses one (pull request 15404).
   */
  "llama-cpp": {
    format: "chat",
    names: { repetitionPenalty: "repeat_penalty", verbosity: null },
    mayIgnore: ["reasoningEffort", "extraBody"],
    always: STREAM_USAGE,
    returnedLogprobs: "raw",
    prefill: "continues",
  },
  /**
   * vLLM (protocol.py) accepts unknown fields and drops them. `--logprobs-mode` is raw_logprobs unless its operator says
   * otherwise (engine arguments). It continues a message only when told to, and then must not open a new one.
   */
  vllm: {
    format: "chat",
    names: { typicalP: null, verbosity: null },
    mayIgnore: ["reasoningEffort", "extraBody"],
    always: STREAM_USAGE,
    returnedLogprobs: "raw",
    prefill: "continues",
    whenContinued: { continue_final_message: true, add_generation_prompt: false },
  },
  /** LM Studio's documented fields; of prefills its documentation says nothing. */
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
    returnedLogprobs: "unknown",
    prefill: "unknown",
  },
  /**
   * Ollama's compatible address: it drops what it does not decode, max_completion_tokens and top_k among it. Odds are from
   * before temperature (its issue 16196); a last assistant message is continued (its maintainers in issue 6778).
   */
  ollama: {
    format: "chat",
    names: { ...OPEN_WEIGHTS_ONLY, verbosity: null, logitBias: null },
    mayIgnore: ["reasoningEffort", "extraBody"],
    always: STREAM_USAGE,
    returnedLogprobs: "raw",
    prefill: "continues",
  },
  /**
   * Text Generation Inference: temperature and top-p must lie inside their ranges, not at the ends. Odds are taken behind
   * penalties, temperature, top-k and top-p (tokens.py). What a prefill becomes differs between its versions.
   */
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
    returnedLogprobs: "shaped",
    prefill: "unknown",
  },
} as const satisfies Record<string, DialectRow>;

export type DialectId = keyof typeof DIALECTS;

/** The dialects that an operator's own server may speak. */
export const SERVER_DIALECTS = ["chat", "llama-cpp", "vllm", "lm-studio", "ollama", "tgi"] as const;

export function dialectRow(id: DialectId): DialectRow {
  return DIALECTS[id];
}
