import { dialectRow } from "./catalog/dialects";
import {
  PARAMETER_KEYS,
  parameterRow,
  type JsonObject,
  type JsonValue,
  type ParameterKey,
} from "./catalog/parameters";
import { support, wirePath, type ReasonCode, type ReasonValues, type Support } from "./catalog/support";
import type { Target } from "./catalog/targets";
import type { PanePrompt } from "./run-request";

/** A parameter that was set but not sent, and why. */
export type Dropped = { parameter: ParameterKey; code: ReasonCode; values?: ReasonValues };
export type WireBody = { body: JsonObject; dropped: Dropped[] };

/**
 * The JSON body that a model receives for this prompt: only what is set, under the server's own names. What the model
 * does not take, or has refused before, is left out and listed. Pure: what the page shows, what code export prints and
 * what the adapter sends are this one value.
 */
export function toWireBody(prompt: PanePrompt, target: Target): WireBody {
  const body = emptyBody(prompt, target);
  const dropped: Dropped[] = [];
  for (const key of PARAMETER_KEYS) {
    const value = prompt.parameters[key];
    if (value === undefined) continue;
    const verdict = support(key, target, prompt.parameters, prompt.refused);
    if ("reason" in verdict) dropped.push(droppedFor(key, verdict));
    else write(body, key, wirePath(key, target.dialect) ?? "", value);
  }
  return { body, dropped };
}

/** Why a parameter is not sent, as it is told: what it needs is named in the values. */
export function droppedFor(
  parameter: ParameterKey,
  verdict: Extract<Support, { reason: ReasonCode }>,
): Dropped {
  const needs = "needs" in verdict ? verdict.needs : undefined;
  const values = needs ? { other: needs.parameter, value: String(needs.value) } : verdict.values;
  return { parameter, code: verdict.reason, ...(values ? { values } : {}) };
}

/** Model, system prompt and turns in the shape of the dialect's format, and what such a request carries. */
function emptyBody(prompt: PanePrompt, { rest: model, dialect }: Target): JsonObject {
  const { format, always, whenContinued, takesTokens } = dialectRow(dialect);
  const messages = prompt.messages.map(({ role, content, tokens }): JsonObject => {
    return { role, content, ...(takesTokens && tokens ? { tokens: [...tokens] } : {}) };
  });
  const isPrefilled = messages.at(-1)?.role === "assistant";
  const carried = structuredClone({ ...always, ...(isPrefilled ? whenContinued : {}) });
  if (format === "responses") {
    const instructions: JsonObject = prompt.system === "" ? {} : { instructions: prompt.system };
    return { model, ...instructions, input: messages, ...carried };
  }
  const system: JsonValue[] = prompt.system === "" ? [] : [{ role: "system", content: prompt.system }];
  return { model, messages: [...system, ...messages], ...carried };
}

function write(body: JsonObject, key: ParameterKey, path: string, value: JsonValue): void {
  const { kind } = parameterRow(key);
  const [list, item] = path.split("[]=");
  if (kind === "body") Object.assign(body, value);
  else if (kind === "schema")
    Object.assign(objectAt(body, path), { name: "answer", strict: true, schema: value });
  else if (item !== undefined && list !== undefined) {
    // A switch that is spelled as an item of a list is off by not being there.
    if (value === true) body[list] = [...((body[list] as JsonValue[] | undefined) ?? []), item];
  } else {
    const names = path.split(".");
    const last = names.pop() ?? "";
    objectAt(body, names.join("."))[last] = value;
  }
}

/** The object at a dotted path, made where it is missing; the body itself for the empty path. */
function objectAt(body: JsonObject, path: string): JsonObject {
  let place = body;
  for (const name of path === "" ? [] : path.split(".")) place = (place[name] ??= {}) as JsonObject;
  return place;
}
