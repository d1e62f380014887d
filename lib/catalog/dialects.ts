import type { ParameterKey } from "./parameters";

/**
 * How a kind of server spells the request. A dialect row holds only what departs from the usual wire names of
 * `parameters.ts`: another name, or `null` for "this server does not take it".
 */
export type DialectRow = {
  /** Another wire path (dots nest), or null: not accepted, so never sent. */
  names: Partial<Record<ParameterKey, string | null>>;
  /** A nearer upper end for the fader, e.g. a small context window. */
  faderMax?: Partial<Record<ParameterKey, number>>;
  /** True where unknown fields are dropped without a word, so that "sent" does not prove "used". */
  ignoresUnknown?: boolean;
};

export const DIALECTS = {
  /** The built-in model, served by ourselves: every sampling parameter, no reasoning, no forced formats. */
  sprout: {
    names: {
      reasoningEffort: null,
      verbosity: null,
      responseFormat: null,
      jsonSchema: null,
      extraBody: null,
    },
    faderMax: { maxOutputTokens: 256 },
  },
  /** OpenAI-compatible Chat Completions with the common sampler extras at top level. */
  chat: { names: {}, ignoresUnknown: true },
} as const satisfies Record<string, DialectRow>;

export type DialectId = keyof typeof DIALECTS;

export function dialectRow(id: DialectId): DialectRow {
  return DIALECTS[id];
}
