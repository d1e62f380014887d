import fc from "fast-check";
import type { WireRequest } from "@/lib/code/code-request";
import { PARAMETER_KEYS, type ParameterValues } from "@/lib/catalog/parameters";
import { PROVIDERS, type Provider } from "@/lib/catalog/providers";
import type { Target } from "@/lib/catalog/targets";
import type { PanePrompt } from "@/lib/run-request";
import { toWireBody } from "@/lib/wire-body";
import { anyText } from "./awkward-texts";
import { EVERYTHING_SET } from "./sample-values";
import { DIALECT_IDS } from "./targets";

/** One provider for each dialect but the built-in one's; OpenAI and Hugging Face at an address of the operator's choice. */
export const CODE_PROVIDERS: readonly Provider[] = [
  { id: "openai", ...PROVIDERS.openai, host: "gateway.internal:9" },
  { id: "huggingface", ...PROVIDERS.huggingface, host: "gateway.internal:9" },
  ...DIALECT_IDS.filter((dialect) => !["sprout", "openai", "huggingface"].includes(dialect)).map(
    (dialect): Provider => ({
      id: `my-${dialect}`,
      label: dialect,
      dialect,
      place: "host",
      host: "10.0.0.7:9",
    }),
  ),
];

const settings = fc
  .subarray(PARAMETER_KEYS)
  .map((keys) => Object.fromEntries(keys.map((key) => [key, EVERYTHING_SET[key]])) as ParameterValues);

/** Names that are words of some language, or no names at all. */
const awkwardKey = fc.oneof(anyText, fc.constantFrom("class", "None", "a-b", "1", "top_k", "y", "<<", "if"));
const jsonValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(fc.constant(null), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }), anyText),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(awkwardKey, tie("value"), { maxKeys: 3 }),
  ),
})).value;
const extra = fc.dictionary(
  awkwardKey.filter((key) => !["__proto__", "model", "messages", "input", "stream"].includes(key)),
  jsonValue,
  { maxKeys: 3 },
);

/** What a run sends, and the prompt it was made of. */
export type Sent = WireRequest & { prompt: PanePrompt };

/** Bodies as runs of all dialects send them, with awkward texts in every place that a person can fill. */
export const anyWireRequest: fc.Arbitrary<Sent> = fc
  .record({
    provider: fc.constantFrom(...CODE_PROVIDERS),
    system: fc.oneof(fc.constant(""), anyText),
    texts: fc.array(anyText, { minLength: 1, maxLength: 4 }),
    settings,
    stop: fc.array(
      anyText.filter((text) => text !== "" && text.length <= 200),
      { minLength: 1, maxLength: 2 },
    ),
    extra,
  })
  .map(({ provider, system, texts, settings: chosen, stop, extra: extraBody }): Sent => {
    const target: Target = {
      id: `${provider.id}/some-model`,
      rest: "some-model",
      provider,
      dialect: provider.dialect,
    };
    const parameters = {
      ...chosen,
      ...(chosen.stop ? { stop } : {}),
      ...(chosen.extraBody ? { extraBody } : {}),
    } as ParameterValues;
    const messages = texts.map((content, index) => ({
      role: index % 2 === 0 ? ("user" as const) : ("assistant" as const),
      content,
    }));
    const prompt = { model: target.id, parameters, system, messages };
    return { model: target.id, body: toWireBody(prompt, target).body, prompt };
  });
