import * as z from "zod/mini";
import {
  PARAMETER_KEYS,
  parameterRow,
  type JsonObject,
  type ParameterRow,
  type ParameterValues,
} from "./catalog/parameters";
import { findSchemaFault } from "./json-schema-check";
import { isPollutedKey } from "./polluted-keys";

const MAX_JSON_DEPTH = 32;

/** Plain JSON, not too deep, without the keys that could reach a prototype (requirements R24). */
function isCleanJson(value: unknown, depth = 0): boolean {
  if (depth > MAX_JSON_DEPTH) return false;
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([key, inner]) => !isPollutedKey(key) && isCleanJson(inner, depth + 1));
}

/** A JSON object, not too deep, without keys that could reach a prototype. */
export const cleanJsonObject = z
  .custom<JsonObject>((value) => typeof value === "object" && value !== null && !Array.isArray(value))
  .check(z.refine((value) => isCleanJson(value), "polluted"));

/** What `extraBody` may not set: the model, the messages and the way of answering are Fader's own; repeats are runs. */
const RESERVED_BODY_KEYS = ["model", "messages", "input", "instructions", "stream", "n"];

function schemaOfRow(row: ParameterRow): z.ZodMiniType {
  switch (row.kind) {
    case "number":
      return z.number().check(z.gte(row.min), z.lte(row.max));
    case "integer":
      return z.int().check(z.gte(row.min), z.lte(row.max));
    case "choice":
      return z.enum(row.values as [string, ...string[]]);
    case "switch":
      return z.boolean();
    case "strings":
      return z
        .array(z.string().check(z.minLength(1), z.maxLength(row.maxLength)))
        .check(z.minLength(1), z.maxLength(row.maxItems));
    case "tokenBias":
      return z
        .record(z.string().check(z.regex(/^\d{1,7}$/)), z.number().check(z.gte(row.min), z.lte(row.max)))
        .check(z.refine((bias) => Object.keys(bias).length <= row.maxItems, "too_many"));
    case "schema":
      return cleanJsonObject.check((context) => {
        const fault = findSchemaFault(context.value);
        if (fault)
          context.issues.push({
            code: "custom",
            input: context.value,
            path: fault.path,
            message: fault.kind,
          });
      });
    case "body":
      return cleanJsonObject.check(
        z.refine((body) => !RESERVED_BODY_KEYS.some((key) => Object.hasOwn(body, key)), "reserved"),
      );
  }
}

/** Accepts exactly the catalog's keys within their ranges; nothing is clamped, unknown keys are refused. */
export const parameterValuesSchema = z.strictObject(
  Object.fromEntries(PARAMETER_KEYS.map((key) => [key, z.optional(schemaOfRow(parameterRow(key)))])),
) as unknown as z.ZodMiniType<ParameterValues>;
