import "server-only";
import {
  parameterRow,
  type JsonObject,
  type ParameterKey,
  type ParameterValues,
} from "@/lib/catalog/parameters";
import { findProblem } from "@/lib/field-problem";
import { parameterValuesSchema } from "@/lib/parameter-schema";
import { FieldError } from "../field-error";
import type { Texts } from "../texts";
import { isPassedOver } from "./passed-over";
import { DoorError } from "./problem";
import { withoutNulls } from "./request-schema";
import { KEY_OF, NESTING } from "./wire-names";

/** The parameters of a request, and the name under which the client wrote each. */
export type GivenParameters = { values: ParameterValues; spelled: ReadonlyMap<ParameterKey, string> };

type Found = { values: Record<string, unknown>; spelled: Map<ParameterKey, string>; texts: Texts };

/** Reads the fields besides model, messages and stream. What no row of the catalog names goes through as `extraBody`. */
export function readParameters(fields: Record<string, unknown>, texts: Texts): GivenParameters {
  const found: Found = { values: {}, spelled: new Map(), texts };
  const extra: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const key = KEY_OF.get(name);
    if (key) put(found, key, name, value);
    else if (NESTING.has(name)) readNested(found, name, value);
    else if (!isPassedOver(name, value, texts)) {
      check({ extraBody: { [name]: value } }, new Map([["extraBody", name]]), texts);
      extra[name] = value;
    }
  }
  const [firstExtra] = Object.keys(extra);
  if (firstExtra !== undefined) put(found, "extraBody", firstExtra, extra);
  return { values: check(found.values, found.spelled, texts), spelled: found.spelled };
}

function put({ values, spelled, texts }: Found, key: ParameterKey, name: string, value: unknown): void {
  if (value === undefined || saysNothing(key, value)) return;
  const first = spelled.get(key);
  if (first !== undefined) throw refused(name, texts("door.sameMeaning", { first, second: name }));
  spelled.set(key, name);
  values[key] = key === "stop" && typeof value === "string" ? [value] : value;
}

/** Whether clients write this to say "as usual": a switch that is off, plain text, no stop sequence. */
function saysNothing(key: ParameterKey, value: unknown): boolean {
  return (
    (parameterRow(key).kind === "switch" && value === false) ||
    (key === "responseFormat" && value === "text") ||
    (key === "stop" && Array.isArray(value) && value.length === 0)
  );
}

function readNested(found: Found, field: string, value: unknown): void {
  for (const [name, inner] of Object.entries(objectOf(value, field))) {
    const path = `${field}.${name}`;
    const key = KEY_OF.get(path);
    if (!key) throw new FieldError(path, { kind: "unknownField" });
    put(found, key, path, parameterRow(key).kind === "schema" ? schemaOf(inner, path, found.texts) : inner);
  }
}

/** The schema out of OpenAI's wrapping. Its name is a label; a description would be lost and is refused. */
function schemaOf(value: unknown, path: string, texts: Texts): unknown {
  const { name: _, strict = true, schema, ...rest } = objectOf(value, path);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new FieldError(`${path}.${unknown}`, { kind: "unknownField" });
  if (strict !== true) throw refused(`${path}.strict`, texts("door.strict", { name: `${path}.strict` }));
  if (schema === undefined) throw new FieldError(`${path}.schema`, { kind: "missing" });
  return schema;
}

function objectOf(value: unknown, path: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new FieldError(path, { kind: "type", expected: "object" });
  return withoutNulls(value) as JsonObject;
}

/** Holds the values against the catalog; what is wrong is said by the client's own name. */
function check(
  values: Record<string, unknown>,
  spelled: ReadonlyMap<ParameterKey, string>,
  texts: Texts,
): ParameterValues {
  const result = parameterValuesSchema.safeParse(values);
  if (result.success) return result.data;
  const { path, problem } = findProblem(result.error, values);
  const [key = "", ...rest] = path.split(".");
  const name = [spelled.get(key as ParameterKey) ?? key, ...rest].join(".");
  const row = parameterRow(key as ParameterKey);
  if (row.kind !== "number" && row.kind !== "integer") throw new FieldError(name, problem);
  const field = texts("fields.quoted", { name });
  throw refused(name, texts(`fields.${row.kind}`, { field, min: row.min, max: row.max }));
}

function refused(param: string, message: string): DoorError {
  return new DoorError({ status: 400, code: "invalid_request", message, param });
}
