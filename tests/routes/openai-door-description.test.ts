import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { GET } from "@/app/api/openapi.json/route";
import { PARAMETER_KEYS, parameterRow } from "@/lib/catalog/parameters";

type Schema = {
  type?: string;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, { responses: object; operationId: string }>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, { name?: string }> };
};

async function read(headers: Record<string, string> = {}): Promise<Document> {
  const request = new Request("http://localhost:3000/api/openapi.json", {
    headers: { host: "localhost:3000", ...headers },
  });
  return (await (await GET(request)).json()) as Document;
}

const document = await read();
const { schemas } = document.components;

/** Every route file as the path that it answers. */
const ROUTES = readdirSync("app/api", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .map((file) => `/api/${file.replace(/\/route\.ts$/, "").replace(/\[(?:\.{3})?(\w+)\]/g, "{$1}")}`)
  .filter((path) => !path.startsWith("/api/sign-"));

test("describes exactly the routes that exist", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths).sort()).toEqual(ROUTES.sort());
});

test("every operation has a name of its own, and answers", () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { responses } of operations) expect(Object.keys(responses)).toContain("default");
});

test("every reference leads somewhere", () => {
  const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(names.filter((name) => !(name && name in schemas))).toEqual([]);
  expect(new Set(names)).toEqual(new Set(Object.keys(schemas)));
});

const PANE = schemas.RunRequest?.properties?.panes?.items?.properties?.parameters?.properties ?? {};
const CHAT = schemas.ChatRequest?.properties ?? {};

test.each(PARAMETER_KEYS)("%s is there by both names, with its range and its help", (key) => {
  const row = parameterRow(key);
  const [outer = "", inner] = row.wire.split(".");
  const inChat = inner ? CHAT[outer]?.properties?.[inner] : CHAT[outer];
  expect(PANE[key]?.description).toBeTruthy();
  if (key !== "extraBody") expect(inChat).toBeDefined();
  const both =
    row.kind === "strings" || row.kind === "schema" || row.kind === "body"
      ? [PANE[key]]
      : [PANE[key], inChat];
  for (const schema of both) {
    if (row.kind === "number" || row.kind === "integer")
      expect(schema).toMatchObject({ type: row.kind, minimum: row.min, maximum: row.max });
    else if (row.kind === "choice") expect(schema?.enum).toEqual(row.values);
    else expect(schema?.type).toBe({ switch: "boolean", strings: "array" }[row.kind as string] ?? "object");
  }
});

test("other spellings are there", () => {
  expect(CHAT.max_completion_tokens).toMatchObject({
    type: "integer",
    description: "The same as max_tokens.",
  });
  expect(CHAT.repeat_penalty).toMatchObject({ minimum: 0.1, maximum: 2 });
  expect(CHAT.stop).toMatchObject({ anyOf: [{ type: "string" }, { type: "array", maxItems: 4 }] });
});

test("the help is in the reader's language", async () => {
  const chinese = await read({ "accept-language": "zh" });
  expect(chinese.components.schemas.ChatRequest?.properties?.temperature?.description).toMatch(
    /\p{Script=Han}/u,
  );
});

test("keys of one's own are named", () => {
  const names = Object.values(document.components.securitySchemes).map(({ name }) => name);
  expect(names).toEqual([undefined, "x-fader-openai-key", "x-fader-huggingface-key"]);
});
