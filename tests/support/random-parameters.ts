import fc from "fast-check";
import {
  PARAMETER_KEYS,
  parameterRow,
  type ParameterRow,
  type ParameterValues,
} from "@/lib/catalog/parameters";
import { findPollutedKey, isPollutedKey } from "@/lib/polluted-keys";
import { someText } from "./random-texts";

const json = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false } as fc.JsonSharedConstraints)
  // No run has such keys, at whatever depth; names of this kind are what the library of random values likes best.
  .filter((value) => findPollutedKey(value) === undefined);
const jsonObject = fc.dictionary(
  fc.string({ maxLength: 10 }).filter((key) => !isPollutedKey(key)),
  json,
  { maxKeys: 4, noNullPrototype: true },
);
const bodyKey = (key: string) => !["model", "messages", "input", "instructions", "stream", "n"].includes(key);
/** An object of JSON as an extra body may be. */
export const extraBody = jsonObject.map((body) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => bodyKey(key))),
);
const schemaObject = fc.constantFrom<object>(
  { type: "object", properties: { "a b": { type: "string" } }, required: ["a b"] },
  { type: "array", items: { type: ["integer", "null"] } },
  {},
);

function valueOf(row: ParameterRow): fc.Arbitrary<unknown> {
  switch (row.kind) {
    case "number":
      return fc.oneof(
        fc.double({ min: row.min, max: row.max, noNaN: true }),
        fc.constantFrom(row.min, row.max, ...(row.min <= 0 ? [0, -0, 5e-324] : [])),
      );
    case "integer":
      return fc.integer({ min: row.min, max: row.max });
    case "choice":
      return fc.constantFrom(...row.values);
    case "switch":
      return fc.boolean();
    case "strings":
      return fc.array(someText, { minLength: 1, maxLength: row.maxItems });
    case "tokenBias":
      return fc.dictionary(
        fc.nat(9_999_999).map(String),
        fc.double({ min: row.min, max: row.max, noNaN: true }),
        { maxKeys: 5, noNullPrototype: true },
      );
    case "schema":
      return schemaObject;
    case "body":
      return extraBody;
  }
}

const values = Object.fromEntries(PARAMETER_KEYS.map((key) => [key, valueOf(parameterRow(key))]));

/** As on a desk: a few of them are set, in the catalog's order. */
export const someParameters: fc.Arbitrary<ParameterValues> = fc
  .subarray([...PARAMETER_KEYS], { maxLength: 5 })
  .chain((keys) =>
    fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), values[key] as fc.Arbitrary<unknown>))),
  )
  .map((set) => Object.fromEntries(set) as ParameterValues);
