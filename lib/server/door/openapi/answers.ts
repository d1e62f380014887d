import "server-only";
import type { JsonObject } from "@/lib/catalog/parameters";
import { ERRORS } from "@/lib/errors";

const TEXT = { type: "string" };
const TIME = { type: "string", format: "date-time" };
const COUNT = { type: "integer", minimum: 0 };
const NUMBER = { type: "number" };

function object(properties: Record<string, JsonObject>, optional: string[] = []): JsonObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required };
}

function list(items: JsonObject): JsonObject {
  return { type: "array", items };
}

const only = (value: string): JsonObject => ({ const: value });
const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: "null" }] });
const named = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const odds = { token: TEXT, bytes: list(COUNT), logprob: NUMBER };
const choice = {
  index: COUNT,
  logprobs: orNull(object({ content: list(object({ ...odds, top_logprobs: list(object(odds)) })) })),
};
const words = { role: only("assistant"), content: TEXT, reasoning_content: TEXT };
const finish = { enum: ["stop", "length", "content_filter"] };
const frame = { id: TEXT, created: COUNT, model: TEXT, system_fingerprint: { type: "null" } };

/** What the routes answer, as `components.schemas`. Answers may hold more fields than are named. */
export const ANSWERS: Record<string, JsonObject> = {
  Error: object({
    error: object(
      {
        code: { enum: Object.keys(ERRORS) },
        message: TEXT,
        path: { ...TEXT, description: "The field at fault." },
      },
      ["path"],
    ),
  }),
  OpenAiError: object({
    error: object({ message: TEXT, type: TEXT, param: orNull(TEXT), code: TEXT }),
  }),
  Usage: object({ prompt_tokens: COUNT, completion_tokens: COUNT, total_tokens: COUNT }),
  ChatCompletion: object(
    {
      ...frame,
      object: only("chat.completion"),
      choices: list(
        object({ ...choice, message: object(words, ["reasoning_content"]), finish_reason: finish }),
      ),
      usage: named("Usage"),
    },
    ["usage"],
  ),
  ChatCompletionChunk: object(
    {
      ...frame,
      object: only("chat.completion.chunk"),
      choices: list(
        object({ ...choice, delta: object(words, Object.keys(words)), finish_reason: orNull(finish) }),
      ),
      usage: orNull(named("Usage")),
    },
    ["usage"],
  ),
  OpenAiModels: object({
    object: only("list"),
    data: list({ $ref: "#/components/schemas/OpenAiModel" }),
  }),
  OpenAiModel: object({ id: TEXT, object: only("model"), created: COUNT, owned_by: TEXT }),
  RunEvent: object({
    pane: TEXT,
    type: { enum: ["start", "text", "reasoning", "tokens", "usage", "end", "error"] },
  }),
  Models: object(
    {
      providers: list(object({ id: TEXT, label: TEXT, state: { enum: ["ready", "unavailable"] } })),
      models: list(object({ id: TEXT, label: TEXT, provider: TEXT })),
      parameters: {
        type: "object",
        additionalProperties: object({ support: TEXT, reason: TEXT }, ["reason"]),
      },
    },
    ["parameters"],
  ),
  Origins: object({ origins: list(TEXT) }),
  CreatedLink: object({ id: TEXT, url: TEXT, deleteKey: TEXT, expiresAt: TIME }),
  OpenedLink: object({ experiment: named("LinkDocument"), createdAt: TIME, expiresAt: TIME }),
  KeyTest: object({ works: { type: "boolean" }, models: COUNT, code: TEXT, message: TEXT }, [
    "models",
    "code",
    "message",
  ]),
  Health: object({ status: { enum: ["ready", "ending"] }, runs: COUNT, sessions: COUNT }, [
    "runs",
    "sessions",
  ]),
};
