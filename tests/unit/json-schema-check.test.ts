import { expect, test } from "vitest";
import { findProblem } from "@/lib/field-problem";
import { EXAMPLE_SCHEMA, findSchemaFault } from "@/lib/json-schema-check";
import { parameterValuesSchema } from "@/lib/parameter-schema";

test.each([
  [{}],
  [EXAMPLE_SCHEMA],
  [{ type: ["string", "null"] }],
  [{ type: "array", items: { $ref: "#/$defs/a" }, $defs: { a: { enum: [1, "x", null] } } }],
  [{ anyOf: [{ type: "string" }, true], additionalProperties: false, description: "x" }],
  [{ required: ["a"], allOf: [{ properties: { a: {} } }] }],
])("%j is a schema", (schema) => {
  expect(findSchemaFault(schema)).toBeUndefined();
});

test.each([
  [{ type: "text" }, "type", "schemaType"],
  [{ type: [], properties: [] }, "properties", "schemaNode"],
  [{ properties: { a: 5 } }, "properties.a", "schemaNode"],
  [
    { properties: { a: { properties: { b: { type: "int" } } } } },
    "properties.a.properties.b.type",
    "schemaType",
  ],
  [{ properties: { a: {} }, required: ["b"] }, "required", "schemaRequired"],
  [{ required: "a" }, "required", "schemaRequired"],
  [{ items: [] }, "items", "schemaNode"],
  [{ enum: [] }, "enum", "schemaList"],
  [{ anyOf: {} }, "anyOf", "schemaList"],
  [{ oneOf: [{}, { type: "x" }] }, "oneOf.1.type", "schemaType"],
  [{ $defs: { a: { type: 1 } } }, "$defs.a.type", "schemaType"],
])("%j is none, and the place is named", (schema, place, kind) => {
  const given = { jsonSchema: schema };
  const result = parameterValuesSchema.safeParse(given);
  if (result.success) throw new Error("accepted");
  expect(findProblem(result.error, given)).toEqual({ path: `jsonSchema.${place}`, problem: { kind } });
});
