import { describe, expect, test } from "vitest";
import { PARAMETER_KEYS, parameterRow, type ParameterKey } from "@/lib/catalog/parameters";
import { DoorError } from "@/lib/server/door/problem";
import { readParameters } from "@/lib/server/door/read-parameters";
import { FieldError } from "@/lib/server/field-error";
import { textsFor } from "@/lib/server/texts";
import { EVERYTHING_SET, sampleValue } from "../../../support/sample-values";

const texts = textsFor(new Headers());
const read = (fields: Record<string, unknown>) => readParameters(fields, texts);

/** What `fields` is refused with. */
function refusal(fields: Record<string, unknown>): { param?: string; message?: string; kind?: string } {
  try {
    read(fields);
  } catch (error) {
    if (error instanceof DoorError) return error.problem;
    if (error instanceof FieldError) return { param: error.path, kind: error.problem.kind };
    throw error;
  }
  throw new Error(`accepted: ${JSON.stringify(fields)}`);
}

/** A parameter as a client of OpenAI's writes it. */
function written(key: ParameterKey, value: unknown = sampleValue(key)): Record<string, unknown> {
  const { kind, wire } = parameterRow(key);
  const inner = kind === "schema" ? { name: "x", strict: true, schema: value } : value;
  const [outer = "", nested] = wire.split(".");
  if (kind === "body") return value as Record<string, unknown>;
  return { [outer]: nested ? { [nested]: inner } : inner };
}

test.each(PARAMETER_KEYS)("%s arrives under its usual name", (key) => {
  const { values, spelled } = read(written(key));
  expect(values).toEqual({ [key]: sampleValue(key) });
  expect(spelled.get(key)).toBe(parameterRow(key).wire || "cache_prompt");
});

test("all parameters at once arrive as they were", () => {
  const format = { ...(written("responseFormat").response_format as object) };
  const schema = { ...(written("jsonSchema").response_format as object) };
  const fields = Object.assign({}, ...PARAMETER_KEYS.map((key) => written(key))) as Record<string, unknown>;
  expect(read({ ...fields, response_format: { ...format, ...schema } }).values).toEqual(EVERYTHING_SET);
});

const NUMBERS = PARAMETER_KEYS.flatMap((key) => {
  const row = parameterRow(key);
  return row.kind === "number" || row.kind === "integer" ? [{ key, row }] : [];
});

test.each(NUMBERS)("$key is taken at both ends and refused beyond, naming the range", ({ key, row }) => {
  const { wire, min, max } = row;
  const number = new Intl.NumberFormat("en");
  for (const value of [min, max]) expect(read({ [wire]: value }).values).toEqual({ [key]: value });
  for (const value of [min - 1, max + 1, "1", [1], true]) {
    const { param, message } = refusal({ [wire]: value });
    expect(param).toBe(wire);
    expect(message).toContain(`“${wire}”`);
    expect(message).toContain(`from ${number.format(min)} to ${number.format(max)}`);
  }
});

describe("other spellings", () => {
  test.each([
    ["max_completion_tokens", "maxOutputTokens", 5],
    ["repeat_penalty", "repetitionPenalty", 1.5],
  ])("%s means %s", (wire, key, value) => {
    const { values, spelled } = read({ [wire]: value });
    expect(values).toEqual({ [key]: value });
    expect(spelled.get(key as ParameterKey)).toBe(wire);
    expect(refusal({ [wire]: 1e9 }).param).toBe(wire);
  });

  test("two names of one thing are refused", () => {
    const { param, message } = refusal({ max_tokens: 5, max_completion_tokens: 6 });
    expect(param).toBe("max_completion_tokens");
    expect(message).toBe("“max_tokens” and “max_completion_tokens” mean the same. Send one of them.");
  });

  test("one stop sequence may stand alone", () => {
    expect(read({ stop: "END" }).values).toEqual({ stop: ["END"] });
  });
});

test("what says nothing counts as absent", () => {
  const fields = { stop: [], logprobs: false, response_format: { type: "text", json_schema: null } };
  expect(read(fields)).toEqual({ values: {}, spelled: new Map() });
});

test("what changes no answer is passed over", () => {
  const fields = {
    user: "u",
    metadata: { a: "b" },
    store: false,
    n: 1,
    parallel_tool_calls: true,
    service_tier: "auto",
    safety_identifier: "s",
    prompt_cache_key: "p",
  };
  expect(read(fields).values).toEqual({});
});

test.each([
  ["n", 2, /its own seed/],
  ["n", 0, /its own seed/],
  ["store", true, /nothing is kept/],
  ["tools", [], /response_format/],
  ["tool_choice", "auto", /response_format/],
  ["functions", [], /response_format/],
  ["function_call", "none", /response_format/],
  ["audio", {}, /text only/],
  ["modalities", ["text"], /text only/],
  ["prediction", {}, /last message/],
])("%s: %j is refused, saying what to do instead", (name, value, said) => {
  const problem = refusal({ [name]: value });
  expect(problem).toMatchObject({ status: 400, code: "unsupported_parameter", param: name });
  expect(problem.message).toMatch(said);
});

test("what no one names goes through as it is, but for what Fader sets itself", () => {
  expect(read({ mirostat: 2, dry_base: 1.5 }).values).toEqual({ extraBody: { mirostat: 2, dry_base: 1.5 } });
  expect(refusal({ mirostat: 2, instructions: "x" })).toEqual({ param: "instructions", kind: "reserved" });
  expect(refusal({ deep: { constructor: 1 } })).toMatchObject({ param: "deep", kind: "forbiddenKey" });
});

test.each([
  [{ stop: ["", "b"] }, "stop.0", "tooShort"],
  [{ stop: "abcde".split("") }, "stop", "tooMany"],
  [{ logprobs: "yes" }, "logprobs", "type"],
  [{ reasoning_effort: "huge" }, "reasoning_effort", "choice"],
  [{ logit_bias: { x: 1 } }, "logit_bias.x", "form"],
  [{ response_format: "json" }, "response_format", "type"],
  [{ response_format: { type: "xml" } }, "response_format.type", "choice"],
  [{ response_format: { type: "json_schema", schema: {} } }, "response_format.schema", "unknownField"],
  [{ response_format: { json_schema: { name: "x" } } }, "response_format.json_schema.schema", "missing"],
  [
    { response_format: { json_schema: { schema: {}, description: "d" } } },
    "response_format.json_schema.description",
    "unknownField",
  ],
])("%j is refused at %s", (fields, param, kind) => {
  expect(refusal(fields)).toEqual({ param, kind });
});

test("a schema that need not be kept to is refused", () => {
  const { param } = refusal({ response_format: { json_schema: { schema: {}, strict: false } } });
  expect(param).toBe("response_format.json_schema.strict");
});
