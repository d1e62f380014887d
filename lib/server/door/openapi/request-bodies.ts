import "server-only";
import * as z from "zod/mini";
import { PARAMETER_KEYS, parameterRow, type JsonObject, type ParameterKey } from "@/lib/catalog/parameters";
import { linkDocumentSchema } from "@/lib/links/link-document";
import { newLinkSchema } from "@/lib/links/short-link";
import { parameterValuesSchema } from "@/lib/parameter-schema";
import { runRequestSchema, stopRequestSchema } from "@/lib/run-request";
import { testKeySchema } from "../../test-key";
import type { Texts } from "../../texts";
import { chatRequestSchema } from "../request-schema";
import { ALIASES, KEY_OF } from "../wire-names";

type Properties = Record<string, JsonObject>;

/** The JSON Schema of what a zod schema accepts: what is documented is what is checked. */
function jsonSchema(schema: z.ZodMiniType): JsonObject {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { unrepresentable: "any", io: "output" });
  return made as JsonObject;
}

/** Each parameter's schema with its help in the reader's language. */
function parameterSchemas(texts: Texts): Record<ParameterKey, JsonObject> {
  const { properties } = jsonSchema(parameterValuesSchema);
  const entries = PARAMETER_KEYS.map((key) => {
    const made = (properties as Properties)[key] ?? {};
    const description = texts(`parameters.${key}.help`);
    return [key, { ...(made.type ? made : { type: "object" }), description }];
  });
  return Object.fromEntries(entries) as Record<ParameterKey, JsonObject>;
}

/** `POST /api/run`: the catalog's keys in each pane. */
export function runBody(texts: Texts): JsonObject {
  return withParameters(jsonSchema(runRequestSchema), texts);
}

/** A schema that holds panes, with the catalog's keys in each. */
function withParameters(schema: JsonObject, texts: Texts): JsonObject {
  const { panes } = schema.properties as { panes: { items: { properties: Properties } } };
  const { properties } = panes.items;
  properties.parameters = { ...properties.parameters, properties: parameterSchemas(texts) };
  return schema;
}

export function stopBody(): JsonObject {
  return jsonSchema(stopRequestSchema);
}

export function keyTestBody(): JsonObject {
  return jsonSchema(testKeySchema);
}

/** What a short link holds. */
export function linkDocument(texts: Texts): JsonObject {
  return withParameters(jsonSchema(linkDocumentSchema), texts);
}

/** `POST /api/links`. */
export function newLinkBody(): JsonObject {
  const body = jsonSchema(newLinkSchema);
  const experiment = { $ref: "#/components/schemas/LinkDocument" };
  return { ...body, properties: { ...(body.properties as Properties), experiment } };
}

/** `POST /api/v1/chat/completions`: the same parameters by the names of OpenAI's clients. */
export function chatBody(texts: Texts): JsonObject {
  const body = jsonSchema(chatRequestSchema);
  const properties = body.properties as Properties;
  const schemas = parameterSchemas(texts);
  for (const [wire, key] of KEY_OF) {
    const [outer = wire, inner] = wire.split(".");
    if (inner === undefined) properties[outer] = flat(wire, key, schemas[key]);
    else {
      const nest = (properties[outer] ??= { type: "object", properties: {}, additionalProperties: false });
      (nest.properties as Properties)[inner] = nested(key, schemas[key]);
    }
  }
  const additionalProperties = { description: texts("parameters.extraBody.help") };
  return { ...body, properties, additionalProperties };
}

function flat(wire: string, key: ParameterKey, schema: JsonObject): JsonObject {
  if (Object.hasOwn(ALIASES, wire))
    return { ...schema, description: `The same as ${parameterRow(key).wire}.` };
  if (parameterRow(key).kind !== "strings") return schema;
  const { description = "", ...list } = schema;
  return { anyOf: [(list.items ?? {}) as JsonObject, list], description };
}

function nested(key: ParameterKey, schema: JsonObject): JsonObject {
  if (parameterRow(key).kind !== "schema") return schema;
  return {
    type: "object",
    properties: { name: { type: "string" }, strict: { const: true }, schema },
    required: ["schema"],
    additionalProperties: false,
  };
}
