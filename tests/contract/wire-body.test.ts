import { expect, test } from "vitest";
import { dialectRow, type DialectId } from "@/lib/catalog/dialects";
import {
  PARAMETER_KEYS,
  parameterRow,
  type JsonObject,
  type ParameterKey,
  type ParameterValues,
} from "@/lib/catalog/parameters";
import { rangeOf, support, wirePath } from "@/lib/catalog/support";
import type { PanePrompt } from "@/lib/run-request";
import { toWireBody } from "@/lib/wire-body";
import { EVERYTHING_SET, sampleValue } from "../support/sample-values";
import { DIALECT_IDS, targetIn } from "../support/targets";

const CASES = DIALECT_IDS.flatMap((dialect) => PARAMETER_KEYS.map((key) => ({ dialect, key })));

function prompt(parameters: ParameterValues): PanePrompt {
  return {
    model: "some/model",
    parameters,
    system: "Be brief.",
    messages: [{ role: "user", content: "Hi" }],
  };
}

/** The parameter and whatever it needs beside it. */
function valuesFor(key: ParameterKey): ParameterValues {
  const needs = parameterRow(key).requires;
  return { ...(needs && { [needs.parameter]: needs.value }), [key]: sampleValue(key) };
}

function valueAt(body: JsonObject, path: string): unknown {
  const [list = "", item] = path.split("[]=");
  if (item !== undefined) return (body[list] as unknown[] | undefined)?.includes(item) || undefined;
  return path.split(".").reduce<unknown>((place, name) => (place as JsonObject | undefined)?.[name], body);
}

/** What the wire carries for a sample: schemas travel in an envelope, which Responses writes beside the type. */
function expectedAt(key: ParameterKey, dialect: DialectId): unknown {
  const value = sampleValue(key);
  if (parameterRow(key).kind !== "schema") return value;
  const type = dialect === "responses" ? { type: "json_schema" } : {};
  return { ...type, name: "answer", strict: true, schema: value };
}

test.each(CASES)("$dialect: $key reaches the wire exactly when the dialect takes it", ({ dialect, key }) => {
  const { body, dropped } = toWireBody(prompt(valuesFor(key)), targetIn(dialect));
  const path = wirePath(key, dialect);
  if (path === null) expect(dropped).toContainEqual({ parameter: key, code: "notTaken" });
  else if (path === "") expect(body).toMatchObject(sampleValue(key) as JsonObject);
  else expect(valueAt(body, path)).toEqual(expectedAt(key, dialect));
  expect(dropped.some(({ parameter }) => parameter === key)).toBe(path === null);
  expect("reason" in support(key, targetIn(dialect), valuesFor(key))).toBe(path === null);
});

test.each(CASES)("$dialect: $key is not on the wire when it is unset", ({ dialect, key }) => {
  const { body, dropped } = toWireBody(prompt({}), targetIn(dialect));
  const { format, always } = dialectRow(dialect);
  const text = format === "responses" ? ["instructions", "input"] : ["messages"];
  expect(Object.keys(body)).toEqual(["model", ...text, ...Object.keys(always)]);
  expect(valueAt(body, wirePath(key, dialect) ?? key)).toBeUndefined();
  expect(dropped).toEqual([]);
});

const CONDITIONAL = CASES.filter(
  ({ dialect, key }) => parameterRow(key).requires && wirePath(key, dialect) !== null,
);

test.each(CONDITIONAL)(
  "$dialect: $key without what it needs is left out, with the reason",
  ({ dialect, key }) => {
    const { body, dropped } = toWireBody(prompt({ [key]: sampleValue(key) }), targetIn(dialect));
    expect(valueAt(body, wirePath(key, dialect) ?? "")).toBeUndefined();
    const { parameter, value } = parameterRow(key).requires ?? { parameter: "", value: "" };
    expect(dropped).toEqual([
      { parameter: key, code: "needsOther", values: { other: parameter, value: String(value) } },
    ]);
  },
);

test.each(CONDITIONAL)(
  "$dialect: $key is left out too where what it needs is refused",
  ({ dialect, key }) => {
    const { parameter, value } = parameterRow(key).requires ?? { parameter: "", value: "" };
    const refused = [parameter as ParameterKey];
    const { body, dropped } = toWireBody({ ...prompt(valuesFor(key)), refused }, targetIn(dialect));
    expect(valueAt(body, wirePath(key, dialect) ?? "")).toBeUndefined();
    expect(dropped).toHaveLength(2);
    expect(dropped).toContainEqual({
      parameter: key,
      code: "needsOther",
      values: { other: parameter, value: String(value) },
    });
  },
);

const NUMBERS = CASES.filter(
  ({ key }) =>
    "min" in parameterRow(key) && sampleValue(key) !== undefined && typeof sampleValue(key) === "number",
);

test.each(NUMBERS)("$dialect: 0 and the lowest value of $key are values", ({ dialect, key }) => {
  const lowest = rangeOf(key, dialect)?.min ?? 0;
  const path = wirePath(key, dialect);
  for (const value of [lowest, Math.max(lowest, 0)]) {
    const { body } = toWireBody(prompt({ ...valuesFor(key), [key]: value }), targetIn(dialect));
    if (path !== null) expect(valueAt(body, path)).toBe(value);
  }
});

test("false is a value", () => {
  expect(toWireBody(prompt({ logprobs: false }), targetIn("chat")).body).toMatchObject({ logprobs: false });
});

/** Bodies of the same conversation with the assistant's message last, and with a user's behind it. */
function prefilledAndNot(dialect: DialectId): JsonObject[] {
  const { messages, ...rest } = prompt({});
  const prefilled = [...messages, { role: "assistant" as const, content: "The cat" }];
  return [prefilled, [...prefilled, ...messages]].map(
    (each) => toWireBody({ ...rest, messages: each }, targetIn(dialect)).body,
  );
}

test.each(DIALECT_IDS)("%s is told to continue a prefill exactly when it wants to be told", (dialect) => {
  const { always, whenContinued } = dialectRow(dialect);
  const [prefilled = {}, other = {}] = prefilledAndNot(dialect).map(
    ({ model: _, messages: __, input: ___, instructions: ____, ...carried }) => carried,
  );
  expect(prefilled).toEqual({ ...always, ...whenContinued });
  expect(other).toEqual(always);
});

test("vLLM continues a last assistant message by two fields of its own, others by none", () => {
  expect(prefilledAndNot("vllm")[0]).toMatchObject({
    continue_final_message: true,
    add_generation_prompt: false,
  });
  for (const dialect of DIALECT_IDS.filter((each) => each !== "vllm"))
    expect(prefilledAndNot(dialect)[0]).not.toHaveProperty("continue_final_message");
});

test.each(DIALECT_IDS)("%s sees exact tokens only where it takes them: Sprout alone does", (dialect) => {
  const exact = { role: "assistant" as const, content: "The", tokens: [309, 310] };
  const { body } = toWireBody({ ...prompt({}), messages: [exact] }, targetIn(dialect));
  const { tokens, ...plain } = exact;
  const list = (body.messages ?? body.input) as JsonObject[];
  expect(list.at(-1)).toEqual(dialect === "sprout" ? { ...plain, tokens } : plain);
  expect(JSON.stringify(body).includes("309")).toBe(dialectRow(dialect).takesTokens === true);
});

test.each(DIALECT_IDS)("%s with everything set", (dialect) => {
  const values: ParameterValues = { ...EVERYTHING_SET, responseFormat: "json_schema" };
  const { body, dropped } = toWireBody(prompt(values), targetIn(dialect));
  expect(body).toMatchSnapshot();
  const refused = PARAMETER_KEYS.filter((key) => dialectRow(dialect).names[key] === null);
  expect(dropped).toEqual(refused.map((parameter) => ({ parameter, code: "notTaken" })));
});
