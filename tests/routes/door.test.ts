import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { GET as getHealth } from "@/app/api/health/route";
import { POST as postKeyTest } from "@/app/api/keys/test/route";
import { GET as getOpenapi } from "@/app/api/openapi.json/route";
import { POST as postSignIn } from "@/app/api/sign-in/route";
import { POST as postSignOut } from "@/app/api/sign-out/route";
import { POST as postChat } from "@/app/api/v1/chat/completions/route";
import { GET as getDoorModel } from "@/app/api/v1/models/[...id]/route";
import { GET as getDoorModels } from "@/app/api/v1/models/route";
import { GET as getModels } from "@/app/api/models/route";
import { POST as postStop } from "@/app/api/run/[id]/stop/route";
import { POST as postRun } from "@/app/api/run/route";
import { LIMITS } from "@/lib/limits";
import { runs } from "@/lib/server/runs";
import { jsonRequest, refusalOf, runBody } from "../support/run-bodies";

type Handler = (request: Request, context?: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Every route with each of its methods; a new one belongs here. */
const ROUTES: { name: string; path: string; method: "GET" | "POST"; handler: Handler }[] = [
  { name: "GET /api/health", path: "/api/health", method: "GET", handler: getHealth },
  { name: "GET /api/models", path: "/api/models?model=built-in/sprout", method: "GET", handler: getModels },
  { name: "POST /api/run", path: "/api/run", method: "POST", handler: postRun },
  { name: "POST /api/keys/test", path: "/api/keys/test", method: "POST", handler: postKeyTest },
  { name: "GET /api/openapi.json", path: "/api/openapi.json", method: "GET", handler: getOpenapi },
  { name: "POST /api/sign-in", path: "/api/sign-in", method: "POST", handler: postSignIn },
  { name: "POST /api/sign-out", path: "/api/sign-out", method: "POST", handler: postSignOut },
  { name: "GET /api/v1/models/{id}", path: "/api/v1/models/x", method: "GET", handler: getDoorModel },
  { name: "GET /api/v1/models", path: "/api/v1/models", method: "GET", handler: getDoorModels },
  {
    name: "POST /api/v1/chat/completions",
    path: "/api/v1/chat/completions",
    method: "POST",
    handler: postChat,
  },
  { name: "POST /api/run/{id}/stop", path: "/api/run/x/stop", method: "POST", handler: postStop },
];
const POSTS = ROUTES.filter(({ method }) => method === "POST");

function send(
  { path, method, handler }: (typeof ROUTES)[number],
  headers: Record<string, string>,
  body = "{}",
): Promise<Response> {
  const url = `http://localhost:3000${path}`;
  const init =
    method === "GET"
      ? { headers }
      : { method, headers: { "content-type": "application/json", ...headers }, body };
  return handler(new Request(url, init), { params: Promise.resolve({ id: "x" }) });
}

test.each(ROUTES)("$name refuses a foreign Host and none at all", async (route) => {
  for (const headers of [{ host: "evil.example" }, { host: "localhost.evil.example:3000" }, {}]) {
    const response = await send(route, headers as Record<string, string>);
    expect(await refusalOf(response)).toMatchObject({ status: 421, code: "unknown_host" });
    expect(response.headers.get("cache-control")).toBe("no-store");
  }
});

test.each(ROUTES)("$name sends no CORS header, whoever asks", async (route) => {
  for (const origin of ["http://localhost:3000", "https://evil.example"]) {
    const { headers } = await send(route, { host: "localhost:3000", origin });
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

test.each(POSTS)("$name refuses what another site's page sends", async (route) => {
  const hostile = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "same-origin", origin: "null" },
  ];
  for (const headers of hostile) {
    const response = await send(route, { host: "localhost:3000", ...(headers as Record<string, string>) });
    expect(await refusalOf(response)).toMatchObject({ status: 403, code: "cross_site" });
  }
});

test.each(POSTS)("$name takes JSON only", async (route) => {
  for (const type of [
    "text/plain",
    "text/plain;application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "",
  ]) {
    expect(
      await refusalOf(await send(route, { host: "localhost:3000", "content-type": type })),
    ).toMatchObject({ status: 415, code: "unsupported_media_type" });
  }
});

test.each(POSTS)("$name refuses what is not JSON, without quoting it", async (route) => {
  for (const body of ["", "{", "secret", '{"a":1}x', "\u0000", "[".repeat(100_000)]) {
    const refused = await refusalOf(await send(route, { host: "localhost:3000" }, body));
    expect(refused).toMatchObject({ status: 400, code: "invalid_json" });
    expect(refused.message).not.toContain("secret");
  }
});

test.each(POSTS)("$name refuses a body over the cap, whether it says so or not", async (route) => {
  const said = await send(route, { host: "localhost:3000", "content-length": String(LIMITS.bodyBytes + 1) });
  expect(await refusalOf(said)).toMatchObject({ status: 413, code: "body_too_large" });
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(64 * 1024).fill(32));
    },
  });
  const init = {
    method: "POST",
    headers: { host: "localhost:3000", "content-type": "application/json" },
    body: endless,
    duplex: "half",
  };
  const unsaid = await route.handler(new Request(`http://localhost:3000${route.path}`, init), {
    params: Promise.resolve({ id: "x" }),
  });
  expect(await refusalOf(unsaid)).toMatchObject({ status: 413, code: "body_too_large" });
  expect(pulled).toBeLessThan(10);
});

test("a refusal speaks the language of the cookie, then of the browser", async () => {
  const say = async (headers: Record<string, string>) =>
    (await refusalOf(await postRun(jsonRequest("/api/run", "{", headers)))).message;
  expect(await say({})).toMatch(/not valid JSON/);
  expect(await say({ "accept-language": "zh-CN" })).toMatch(/不是有效的 JSON/);
  expect(await say({ "accept-language": "en", cookie: "a=b; fader-language=zh" })).toMatch(/不是有效的 JSON/);
});

test("an unexpected fault is a plain 500 with an id that the log has too", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const claim = vi.spyOn(runs(), "claim").mockImplementation(() => {
    throw new Error("secret prompt");
  });
  const refused = await refusalOf(await postRun(jsonRequest("/api/run", runBody())));
  claim.mockRestore();
  expect(refused).toMatchObject({ status: 500, code: "internal" });
  const id = /[0-9a-f-]{36}/.exec(refused.message)?.[0] ?? "none";
  const logged = inspect(log.mock.calls);
  log.mockRestore();
  expect(logged).toContain(id);
  expect(logged + refused.message).not.toContain("secret");
});
