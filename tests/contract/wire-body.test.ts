import { expect, test } from "vitest";
import { DIALECTS, dialectRow, type DialectId } from "@/lib/catalog/dialects";
import {
  PARAMETER_KEYS,
  parameterRow,
  type JsonObject,
  type ParameterKey,
  type ParameterValues,
} from "@/lib/catalog/parameters";
import { supportInDialect, wirePath } from "@/lib/catalog/support";
import type { PanePrompt } from "@/lib/run-request";
import { toWireBody } from "@/lib/wire-body";
import { EVERYTHING_SET, sampleValue } from "../support/sample-values";

const DIALECT_IDS = Object.keys(DIALECTS) as DialectId[];
const CASES = DIALECT_IDS.flatMap((dialect) => PARAMETER_KEYS.map((key) => ({ dialect, key })));

function prompt(parameters: ParameterValues): PanePrompt {
  return {
    model: "built-in/sprout",
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
  return path.split(".").reduce<unknown>((place, name) => (place as JsonObject | undefined)?.[name], body);
}

/** What the wire carries for a sample: schemas travel in an envelope, an extra body is spread. */
function expectedAt(key: ParameterKey): unknown {
  const value = sampleValue(key);
  return parameterRow(key).kind === "schema" ? { name: "answer", strict: true, schema: value } : value;
}

test.each(CASES)("$dialect: $key reaches the wire exactly when the dialect takes it", ({ dialect, key }) => {
  const { body, dropped } = toWireBody(prompt(valuesFor(key)), dialect);
  const path = wirePath(key, dialect);
  if (path === null) expect(dropped).toContainEqual({ parameter: key, code: "notTaken" });
  else if (path === "") expect(body).toMatchObject(sampleValue(key) as JsonObject);
  else expect(valueAt(body, path)).toEqual(expectedAt(key));
  expect(dropped.some(({ parameter }) => parameter === key)).toBe(path === null);
  expect("reason" in supportInDialect(key, dialect, valuesFor(key))).toBe(path === null);
});

test.each(CASES)("$dialect: $key is not on the wire when it is unset", ({ dialect, key }) => {
  const { body, dropped } = toWireBody(prompt({}), dialect);
  expect(Object.keys(body)).toEqual(["model", "messages", "stream"]);
  expect(valueAt(body, wirePath(key, dialect) ?? key)).toBeUndefined();
  expect(dropped).toEqual([]);
});

const CONDITIONAL = CASES.filter(
  ({ dialect, key }) => parameterRow(key).requires && wirePath(key, dialect) !== null,
);

test.each(CONDITIONAL)(
  "$dialect: $key without what it needs is left out, with the reason",
  ({ dialect, key }) => {
    const { body, dropped } = toWireBody(prompt({ [key]: sampleValue(key) }), dialect);
    expect(valueAt(body, wirePath(key, dialect) ?? "")).toBeUndefined();
    expect(dropped).toEqual([{ parameter: key, code: "needsOther" }]);
  },
);

const NUMBERS = CASES.filter(
  ({ key }) =>
    "min" in parameterRow(key) && sampleValue(key) !== undefined && typeof sampleValue(key) === "number",
);

test.each(NUMBERS)("$dialect: 0 and the lowest value of $key are values", ({ dialect, key }) => {
  const row = parameterRow(key);
  const lowest = "min" in row ? row.min : 0;
  const path = wirePath(key, dialect);
  for (const value of [lowest, Math.max(lowest, 0)]) {
    const { body } = toWireBody(prompt({ ...valuesFor(key), [key]: value }), dialect);
    if (path !== null) expect(valueAt(body, path)).toBe(value);
  }
});

test("false is a value", () => {
  expect(toWireBody(prompt({ logprobs: false }), "chat").body).toMatchObject({ logprobs: false });
});

test.each(DIALECT_IDS)("%s with everything set", (dialect) => {
  const values: ParameterValues = { ...EVERYTHING_SET, responseFormat: "json_schema" };
  const { body, dropped } = toWireBody(prompt(values), dialect);
  expect(body).toMatchSnapshot();
  const refused = PARAMETER_KEYS.filter((key) => dialectRow(dialect).names[key] === null);
  expect(dropped).toEqual(refused.map((parameter) => ({ parameter, code: "notTaken" })));
});
