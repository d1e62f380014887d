import { expect, test } from "vitest";
import type { ParameterValues } from "@/lib/catalog/parameters";
import { findRefusal } from "@/lib/server/upstream/refused-parameter";
import { openaiModel, targetIn } from "../../../support/targets";

const SET: ParameterValues = {
  temperature: 0.5,
  topK: 5,
  maxOutputTokens: 10,
  reasoningEffort: "low",
  verbosity: "low",
  responseFormat: "json_schema",
  jsonSchema: {},
  logprobs: true,
  topLogprobs: 5,
  extraBody: { custom: 1 },
};
const TEMPERATURE =
  "Unsupported value: 'temperature' does not support 0.5 with this model. Only the default (1) value is supported.";

test.each([
  [
    "Chat's own form",
    { message: TEMPERATURE, param: "temperature", code: "unsupported_value" },
    "temperature",
    true,
  ],
  [
    "Responses, which sends no code",
    {
      message: "Unsupported parameter: 'temperature' is not supported with this model.",
      param: "temperature",
      code: null,
    },
    "temperature",
    true,
  ],
  [
    "a dotted place",
    { message: "Unsupported value: 'minimal' is not supported", param: "reasoning.effort" },
    "reasoningEffort",
    true,
  ],
  ["a name inside the text", { message: "`verbosity` is not supported by this model" }, "verbosity", true],
  [
    "a value out of range",
    { message: "Invalid 'temperature': must be at most 1.", param: "temperature" },
    "temperature",
    false,
  ],
  [
    "the part around a schema",
    { message: "Invalid schema for response_format 'answer'", param: "text.format" },
    "jsonSchema",
    false,
  ],
  [
    "an extra field",
    { message: "Unrecognized request argument supplied: custom", param: "custom" },
    "extraBody",
    true,
  ],
  [
    "logprobs, which Responses asks for as an item of a list",
    { message: "Unsupported value: this model does not support logprobs.", param: "include[0]" },
    "logprobs",
    true,
  ],
  [
    "a parameter that was not set",
    { message: "Unsupported parameter: 'seed'", param: "seed" },
    undefined,
    false,
  ],
  ["nothing of ours", { message: "Bad request" }, undefined, false],
])("%s", (_, error, parameter, canLeaveOut) => {
  const refusal = findRefusal(error, { ...openaiModel("gpt-5.5-pro"), family: undefined }, SET);
  expect(refusal).toEqual(parameter === undefined ? undefined : { parameter, canLeaveOut });
});

test.each([
  ["logprobs", "'logprobs' is not supported with this model.", "logprobs", true],
  ["top_logprobs", "Unsupported parameter: 'top_logprobs' is not supported.", "topLogprobs", true],
  [null, "`logprobs` is not supported with this model", "logprobs", true],
  ["top_logprobs", "Invalid 'top_logprobs': must be at most 5.", "topLogprobs", false],
])("a Chat server that names %s: %s", (param, message, parameter, canLeaveOut) => {
  const refusal = findRefusal({ message, param, type: "invalid_request_error" }, targetIn("chat"), SET);
  expect(refusal).toEqual({ parameter, canLeaveOut });
});

test("FastAPI names the place", () => {
  const error = {
    detail: [{ loc: ["body", "top_k"], msg: "Extra inputs are not permitted", type: "extra_forbidden" }],
  };
  expect(findRefusal(error, targetIn("vllm"), SET)).toEqual({ parameter: "topK", canLeaveOut: true });
});

test("the server's own name for a parameter is the one that counts", () => {
  const error = { message: "Unsupported parameter: 'max_tokens' is not supported", param: "max_tokens" };
  expect(findRefusal(error, targetIn("chat"), SET)?.parameter).toBe("maxOutputTokens");
  expect(findRefusal(error, targetIn("openai"), SET)).toBeUndefined();
});
