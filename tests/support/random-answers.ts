import fc from "fast-check";
import { PARAMETER_KEYS } from "@/lib/catalog/parameters";
import type { LinkAnswer, LinkToken } from "@/lib/links/link-answer";
import { extraBody, someParameters } from "./random-parameters";
import { someText, text } from "./random-texts";

export const randomModel = fc.constantFrom(
  "built-in/sprout",
  "openai/gpt-4o-mini",
  "huggingface/a/b:c",
  "home/x.y-z",
  "x",
);

const logprob = fc.double({ min: -1e4, max: 0, noNaN: true });
const alternative = fc.record(
  {
    text: text.map((each) => each.slice(0, 10)),
    // Bytes of no text, so that they are never those of this one.
    bytes: fc.constantFrom<number[]>([0xf0], [0xe6, 0xb1]),
    logprob,
    shapedLogprob: logprob,
  },
  { requiredKeys: ["text", "logprob"], noNullPrototype: true },
);
const token = fc
  .tuple(alternative, fc.option(fc.array(alternative, { minLength: 1, maxLength: 3 }), { nil: undefined }))
  .map(([each, top]): LinkToken => (top ? { ...each, top } : each));

const wireMessage = fc.record({ role: fc.constantFrom("system", "user", "assistant"), content: text });
const sentBody = fc
  .tuple(extraBody, fc.array(wireMessage, { maxLength: 3 }), fc.boolean())
  .map(([extra, messages, hasMessages]) => ({ model: "m", ...(hasMessages ? { messages } : {}), ...extra }));

/** A recorded answer with everything that one may have. */
export const randomAnswer = fc.record(
  {
    text,
    reasoning: someText,
    ending: fc.constantFrom("complete", "length", "content_filter", "stopped", "cut"),
    at: fc.integer({ min: 1, max: 8_640_000_000_000_000 }),
    model: randomModel,
    parameters: someParameters,
    servedModel: text,
    series: fc.nat(3),
    sent: fc.record(
      {
        attempt: fc.integer({ min: 2, max: 4 }),
        body: sentBody,
        leftOut: fc.array(
          fc.record(
            {
              parameter: fc.constantFrom(...PARAMETER_KEYS),
              code: fc.constantFrom("notTaken", "needsOther", "outOfRange", "refused"),
              values: fc.constantFrom({ min: 0, max: 1 }, { other: "logprobs", value: "true" }),
            },
            { requiredKeys: ["parameter", "code"], noNullPrototype: true },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        seed: fc.nat(),
      },
      { requiredKeys: ["body"], noNullPrototype: true },
    ),
    usage: fc.record(
      {
        source: fc.constantFrom("server", "estimate"),
        input: fc.nat(),
        output: fc.nat(),
        reasoning: fc.nat(),
        costMicroUsd: fc.double({ min: 0, max: 1e9, noNaN: true }),
      },
      { requiredKeys: ["source", "input", "output"], noNullPrototype: true },
    ),
    timings: fc.record({
      firstTokenMs: fc.double({ min: 0, max: 1e6, noNaN: true }),
      totalMs: fc.double({ min: 0, max: 1e6, noNaN: true }),
      tokensPerSecond: fc.double({ min: 0, max: 1e6, noNaN: true }),
    }),
    pace: fc
      .array(fc.tuple(fc.nat(5000), fc.integer({ min: -50, max: 50 })), { minLength: 1, maxLength: 5 })
      .map((pairs) => pairs.flat()),
    tokens: fc.array(token, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ["text", "ending"], noNullPrototype: true },
) as fc.Arbitrary<LinkAnswer>;
