import type { FieldProblem } from "./field-problem";

/** Something in a JSON schema that no server can follow: where, and what. */
export type SchemaFault = {
  path: string[];
  kind: Extract<FieldProblem["kind"], `schema${string}`>;
};

const TYPES = new Set(["object", "array", "string", "number", "integer", "boolean", "null"]);
const DEEPEST = 32;

type Node = Record<string, unknown>;

/**
 * The first fault of a JSON schema, or undefined. Only what is wrong in every dialect of JSON Schema is a fault: an
 * unknown type, properties that are no object, a required name without a property, items or enum of the wrong kind.
 */
export function findSchemaFault(schema: unknown, path: string[] = []): SchemaFault | undefined {
  if (typeof schema === "boolean" || path.length > DEEPEST) return undefined;
  if (!isNode(schema)) return { path, kind: "schemaNode" };
  const { type, properties, required, items } = schema;
  const types = Array.isArray(type) ? type : type === undefined ? [] : [type];
  if (!types.every((each) => TYPES.has(each as string)))
    return { path: [...path, "type"], kind: "schemaType" };
  if (properties !== undefined && !isNode(properties))
    return { path: [...path, "properties"], kind: "schemaNode" };
  if (required !== undefined && !isListOfKeys(required, properties))
    return { path: [...path, "required"], kind: "schemaRequired" };
  if (schema.enum !== undefined && !isFullList(schema.enum))
    return { path: [...path, "enum"], kind: "schemaList" };
  return (
    inEach(properties, [...path, "properties"]) ??
    (items === undefined ? undefined : findSchemaFault(items, [...path, "items"])) ??
    inLists(schema, path) ??
    inEach(schema.$defs, [...path, "$defs"])
  );
}

function inLists(schema: Node, path: string[]): SchemaFault | undefined {
  for (const name of ["anyOf", "oneOf", "allOf"]) {
    const list = schema[name];
    if (list === undefined) continue;
    if (!isFullList(list)) return { path: [...path, name], kind: "schemaList" };
    for (const [index, each] of list.entries()) {
      const fault = findSchemaFault(each, [...path, name, String(index)]);
      if (fault) return fault;
    }
  }
  return undefined;
}

function inEach(nodes: unknown, path: string[]): SchemaFault | undefined {
  if (!isNode(nodes)) return undefined;
  for (const [name, each] of Object.entries(nodes)) {
    const fault = findSchemaFault(each, [...path, name]);
    if (fault) return fault;
  }
  return undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFullList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isListOfKeys(required: unknown, properties: unknown): boolean {
  return (
    Array.isArray(required) &&
    required.every(
      (name) => typeof name === "string" && (!isNode(properties) || Object.hasOwn(properties, name)),
    )
  );
}

/** A schema to begin with: strict servers want every property required, and no others. */
export const EXAMPLE_SCHEMA = {
  type: "object",
  properties: { answer: { type: "string" }, confidence: { type: "number" } },
  required: ["answer", "confidence"],
  additionalProperties: false,
};
