import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newId } from "@/lib/new-id";
import { startCanary } from "../support/canary-listener";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { CANARY_KEY } from "../support/play-upstream";
import { jsonRequest } from "../support/run-bodies";

type Handler = (request: Request) => Promise<Response>;

let fake: FakeUpstream;
let canary: Awaited<ReturnType<typeof startCanary>>;
let routes: Record<string, Handler>;
beforeAll(async () => {
  fake = await startFakeUpstream();
  canary = await startCanary();
  vi.stubEnv("OPENAI_BASE_URL", fake.baseUrl);
  vi.stubEnv("OPENAI_API_KEY", CANARY_KEY);
  vi.stubEnv("HF_BASE_URL", fake.baseUrl);
  vi.resetModules();
  routes = {
    "/api/run": (await import("@/app/api/run/route")).POST,
    "/api/models": (await import("@/app/api/models/route")).GET,
    "/api/keys/test": (await import("@/app/api/keys/test/route")).POST,
    "/api/v1/chat/completions": (await import("@/app/api/v1/chat/completions/route")).POST,
    "/api/v1/models": (await import("@/app/api/v1/models/route")).GET,
  };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await fake.close();
  await canary.close();
});

/** Places where other playgrounds have let a client name the address, and ways to smuggle one into a model id. */
const HEADERS = [
  "x-base-url",
  "x-forwarded-host",
  "x-openai-base-url",
  "x-fader-openai-base-url",
  "base-url",
  "forwarded",
];
const FIELDS = ["baseUrl", "baseURL", "base_url", "apiUrl", "api_base", "endpoint", "url", "host", "proxy"];
const smuggled = (origin: string) => {
  const host = origin.replace("http://", "");
  return [
    origin,
    `openai/${origin}/x`,
    `${origin}/openai/gpt-4o`,
    `openai/../../${host}/x`,
    `openai/..%2f..%2f${host}`,
    `openai@${host}/gpt-4o`,
    `openai/gpt-4o?base=${origin}`,
    `openai/gpt-4o#@${host}`,
    `//${host}/x`,
    `openai:x@${host}/y`,
    "openai/gpt-4o",
    "huggingface/org/name",
  ];
};

test("10,000 requests that name an address in every known place reach none but the operator's", async () => {
  const origin = canary.origin;
  const paths = Object.keys(routes);
  const request = fc.record({
    path: fc.constantFrom(...paths),
    model: fc.constantFrom(...smuggled(origin)),
    headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 3 }),
    fields: fc.array(fc.constantFrom(...FIELDS), { maxLength: 2 }),
    where: fc.constantFrom("body", "pane", "parameters", "extraBody"),
    value: fc.constantFrom(origin, `${origin}/v1`, origin.replace("http:", ""), "http://[::ffff:127.0.0.1]"),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ path, model, headers, fields, where, value }) => {
      const extra = Object.fromEntries(fields.map((name) => [name, value]));
      const sent = Object.fromEntries(headers.map((name) => [name, value]));
      const response = await (path.endsWith("models")
        ? routes[path]?.(
            new Request(`http://localhost:3000${path}?model=${encodeURIComponent(model)}&baseUrl=${value}`, {
              headers: { host: "localhost:3000", ...sent },
            }),
          )
        : routes[path]?.(jsonRequest(path, bodyFor(path, model, extra, where), sent)));
      await response?.text();
    }),
    { numRuns: 10_000 },
  );
  expect(canary.connections()).toBe(0);
  expect(canary.received()).toBe("");
  expect(fake.seen.length).toBeGreaterThan(100);
  expect(new Set(fake.seen.map((seen) => seen.path))).toEqual(
    new Set(["/v1/chat/completions", "/v1/models"]),
  );
}, 120_000);

function bodyFor(path: string, model: string, extra: object, where: string): unknown {
  const messages = [{ role: "user", content: "Hi" }];
  if (path === "/api/keys/test") return { provider: model.split("/")[0], ...extra };
  if (path.startsWith("/api/v1")) return { model, messages, max_tokens: 1, ...extra };
  const parameters = {
    maxOutputTokens: 1,
    ...(where === "parameters" ? extra : {}),
    ...(where === "extraBody" ? { extraBody: extra } : {}),
  };
  const pane = { id: "a", model, parameters, ...(where === "pane" ? extra : {}) };
  return { id: newId(), messages, panes: [pane], ...(where === "body" ? extra : {}) };
}
