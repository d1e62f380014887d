import "server-only";
import type { JsonObject } from "@/lib/catalog/parameters";
import { DELETE_KEY_HEADER } from "@/lib/links/short-link";
import { ANSWERS } from "./answers";

type Answer = keyof typeof ANSWERS;

const schemaOf = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject): JsonObject => ({ "application/json": { schema } });
const events = (name: string): JsonObject => ({ "text/event-stream": { schema: schemaOf(name) } });

type Operation = {
  id: string;
  summary: string;
  /** The name of a request body among the components. */
  body?: string;
  answer: JsonObject;
  error?: Answer;
  parameters?: JsonObject[];
};

function operation({ id, summary, body, answer, error = "Error", parameters }: Operation): JsonObject {
  return {
    operationId: id,
    summary,
    ...(parameters ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body)) } } : {}),
    responses: {
      ...answer,
      default: { description: "A refusal or a failure.", content: json(schemaOf(error)) },
    },
  };
}

function ok(description: string, content: JsonObject): JsonObject {
  return { "200": { description, content } };
}

function query(name: string, description: string): JsonObject {
  return { name, in: "query", description, schema: { type: "string" } };
}

function inHeader(name: string, description: string): JsonObject {
  return { name, in: "header", required: true, description, schema: { type: "string" } };
}

const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });

/** Every route, by path. A new route file belongs here; a test compares. */
export const PATHS: Record<string, JsonObject> = {
  "/api/v1/models": {
    get: operation({
      id: "listModels",
      summary: "The models of this server, as OpenAI lists them.",
      answer: ok("All models.", json(schemaOf("OpenAiModels"))),
      error: "OpenAiError",
    }),
  },
  "/api/v1/models/{id}": {
    get: operation({
      id: "retrieveModel",
      summary: "One model, as OpenAI describes it. The id may hold slashes.",
      parameters: [inPath("id")],
      answer: ok("The model.", json(schemaOf("OpenAiModel"))),
      error: "OpenAiError",
    }),
  },
  "/api/v1/chat/completions": {
    post: operation({
      id: "createChatCompletion",
      summary:
        "OpenAI's Chat Completions for every model. A last message of the assistant is the beginning of the answer. Nothing is dropped silently: what the model does not take is refused.",
      body: "ChatRequest",
      answer: ok("The answer; with `stream`, chunks up to `[DONE]`.", {
        ...json(schemaOf("ChatCompletion")),
        ...events("ChatCompletionChunk"),
      }),
      error: "OpenAiError",
    }),
  },
  "/api/run": {
    post: operation({
      id: "run",
      summary: "One prompt to up to eight panes, all answers in one stream of events.",
      body: "RunRequest",
      answer: ok("Each pane ends with exactly one `end` or `error`.", events("RunEvent")),
    }),
  },
  "/api/run/{id}/stop": {
    post: operation({
      id: "stopRun",
      summary: "Stops a run, or one pane of it.",
      body: "StopRequest",
      parameters: [inPath("id")],
      answer: { "204": { description: "Stopped, or there was nothing to stop." } },
    }),
  },
  "/api/models": {
    get: operation({
      id: "listProviders",
      summary: "The providers and models of this server.",
      parameters: [query("model", "Also tells what this model makes of each parameter.")],
      answer: ok("Providers, models and, when asked, parameters.", json(schemaOf("Models"))),
    }),
  },
  "/api/keys/test": {
    post: operation({
      id: "testKey",
      summary: "Whether a provider accepts the key that a run would use.",
      body: "KeyTestRequest",
      answer: ok("It does.", json(schemaOf("KeyTest"))),
    }),
  },
  "/api/links": {
    post: operation({
      id: "createLink",
      summary: "Stores an experiment under a new short link. Its delete key is told once.",
      body: "NewLink",
      answer: { "201": { description: "It is stored.", content: json(schemaOf("CreatedLink")) } },
    }),
  },
  "/api/links/{id}": {
    get: operation({
      id: "readLink",
      summary: "What a short link holds: 404 when it never was or was deleted, 410 when it has expired.",
      parameters: [inPath("id")],
      answer: ok("The experiment.", json(schemaOf("OpenedLink"))),
    }),
    delete: operation({
      id: "deleteLink",
      summary: "Deletes a short link: 204, also when it is gone already; 403 with a wrong key.",
      parameters: [inPath("id"), inHeader(DELETE_KEY_HEADER, "The delete key, as told when it was made.")],
      answer: { "204": { description: "It is gone." } },
    }),
  },
  "/api/messages/{language}": {
    get: operation({
      id: "laterMessages",
      summary: "The texts of those parts of the page that come on demand, compiled, in one of its languages.",
      parameters: [inPath("language")],
      answer: ok("Texts by group.", json({ type: "object" })),
    }),
  },
  "/api/origins": {
    get: operation({
      id: "listOrigins",
      summary: "Under which origins others reach this server; none for those who came by such a one.",
      answer: ok("The origins, the likeliest first.", json(schemaOf("Origins"))),
    }),
  },
  "/api/health": {
    get: operation({
      id: "health",
      summary: "Whether the server is up.",
      parameters: [query("detail", "Also tells how much is going.")],
      answer: ok("It is.", json(schemaOf("Health"))),
    }),
  },
  "/api/openapi.json": {
    get: operation({
      id: "openApi",
      summary: "This description.",
      answer: ok("OpenAPI 3.1.", json({ type: "object" })),
    }),
  },
};
