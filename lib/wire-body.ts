import type { DialectId } from "./catalog/dialects";
import { readModelId } from "./catalog/models";
import {
  PARAMETER_KEYS,
  parameterRow,
  type JsonObject,
  type JsonValue,
  type ParameterKey,
} from "./catalog/parameters";
import { supportInDialect, wirePath, type ReasonCode } from "./catalog/support";
import type { PanePrompt } from "./run-request";

/** A parameter that was set but not sent, and why. */
export type Dropped = { parameter: ParameterKey; code: ReasonCode };
export type WireBody = { body: JsonObject; dropped: Dropped[] };

/**
 * The JSON body that a server of `dialect` receives for this prompt: only what is set, under the server's own names.
 * What the dialect does not take is left out and listed. Pure: what the page shows, what code export prints and what
 * the adapter sends are this one value.
 */
export function toWireBody(prompt: PanePrompt, dialect: DialectId): WireBody {
  const system: JsonValue[] = prompt.system === "" ? [] : [{ role: "system", content: prompt.system }];
  const body: JsonObject = {
    model: readModelId(prompt.model).rest,
    messages: [...system, ...prompt.messages.map(({ role, content }) => ({ role, content }))],
    stream: true,
  };
  const dropped: Dropped[] = [];
  for (const key of PARAMETER_KEYS) {
    const value = prompt.parameters[key];
    if (value === undefined) continue;
    const verdict = supportInDialect(key, dialect, prompt.parameters);
    if ("reason" in verdict) dropped.push({ parameter: key, code: verdict.reason });
    else write(body, key, wirePath(key, dialect) ?? "", value);
  }
  return { body, dropped };
}

function write(body: JsonObject, key: ParameterKey, path: string, value: JsonValue): void {
  const { kind } = parameterRow(key);
  if (kind === "body") Object.assign(body, value);
  else if (kind === "schema") writeAt(body, path, { name: "answer", strict: true, schema: value });
  else writeAt(body, path, value);
}

function writeAt(body: JsonObject, path: string, value: JsonValue): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  let place = body;
  for (const name of names) place = (place[name] ??= {}) as JsonObject;
  place[last] = value;
}
