import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from "vitest";
import { jsonRequest, refusalOf } from "../support/run-bodies";

const PASSWORD = "correct horse battery";
type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** Every handler there is, found as Next finds them. */
const ROUTES = readdirSync("app/api", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .map((file) => file.replaceAll("\\", "/").replace(/\/?route\.ts$/, ""))
  .sort();
const PUBLIC = new Set(["health", "sign-in", "sign-out"]);

let handlers: { route: string; method: string; handler: Handler }[] = [];
let session = "";
let otherSession = "";

async function load(password: string): Promise<typeof handlers> {
  vi.stubEnv("FADER_PASSWORD", password);
  vi.resetModules();
  const found = [];
  for (const route of ROUTES) {
    const path = resolve("app/api", route, "route.ts");
    const methods = (await import(/* @vite-ignore */ path)) as Record<string, Handler>;
    for (const [method, handler] of Object.entries(methods)) found.push({ route, method, handler });
  }
  return found;
}

async function newSession(now?: number): Promise<string> {
  return (await import("@/lib/server/access/session")).newSession(now);
}

let expired = "";
beforeAll(async () => {
  await load("another password");
  otherSession = await newSession();
  handlers = await load(PASSWORD);
  session = await newSession();
  expired = await newSession(Date.now() - 13 * 60 * 60 * 1000);
});
afterAll(() => vi.unstubAllEnvs());

function ask(
  route: string,
  method: string,
  handler: Handler,
  headers: Record<string, string>,
): Promise<Response> {
  const request =
    method === "GET"
      ? new Request(`http://localhost:3000/api/${route}`, { headers: { host: "localhost:3000", ...headers } })
      : jsonRequest(`/api/${route}`, {}, headers);
  return handler(request, { params: Promise.resolve({ id: "x" }) });
}

async function statuses(headers: Record<string, string>): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { route, method, handler } of handlers) {
    forgetTries();
    found[route] = (await ask(route, method, handler, headers)).status;
  }
  return found;
}

function forgetTries(): void {
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("fader.try-limiter")];
}

const cookie = (value: string) => ({ cookie: `fader-session=${value}` });

test("every route is in the table", () => {
  expect(handlers.length).toBeGreaterThanOrEqual(10);
  expect(ROUTES).toContain("v1/chat/completions");
});

describe("with a password set, only health and signing in and out answer", () => {
  it.each([
    ["nothing", () => ({})],
    ["a wrong bearer token", () => ({ authorization: "Bearer wrong password!" })],
    ["the password in another header", () => ({ "x-api-key": PASSWORD })],
    ["basic credentials", () => ({ authorization: `Basic ${btoa(`:${PASSWORD}`)}` })],
    ["a session of another password", () => cookie(otherSession)],
    ["a session that has ended", () => cookie(expired)],
    ["a session made longer", () => cookie(`z${session}`)],
    ["a session without its signature", () => cookie(session.split(".").slice(0, 2).join("."))],
    ["an owner's cookie", () => ({ cookie: `fader-owner=${"a".repeat(22)}` })],
  ])("%s", async (_, headers) => {
    const sent: Record<string, string> = headers();
    for (const [route, status] of Object.entries(await statuses(sent)))
      expect([route, status === 401]).toEqual([route, !PUBLIC.has(route)]);
  });

  it("no flipped character of a session passes", async () => {
    const { hasSession } = await import("@/lib/server/access/session");
    expect(hasSession(new Headers(cookie(session)))).toBe(true);
    for (let at = 0; at < session.length; at += 1) {
      const flipped = session.slice(0, at) + (session[at] === "A" ? "B" : "A") + session.slice(at + 1);
      expect([at, hasSession(new Headers(cookie(flipped)))]).toEqual([at, false]);
    }
  });

  it.each([
    ["the password as a bearer token", () => ({ authorization: `Bearer ${PASSWORD}` })],
    ["a session", () => cookie(session)],
  ])("%s opens all", async (_, headers) => {
    const sent: Record<string, string> = headers();
    expect(Object.values(await statuses(sent))).not.toContain(401);
  });
});

describe("signing in", () => {
  const signIn = (password: unknown, headers = {}) => post("sign-in", { password }, headers);
  const post = (route: string, body: unknown, headers: Record<string, string>) => {
    const found = handlers.find((each) => each.route === route);
    return found?.handler(jsonRequest(`/api/${route}`, body, headers), {
      params: Promise.resolve({}),
    }) as Promise<Response>;
  };

  it("gives a session that scripts cannot read, and takes it back", async () => {
    forgetTries();
    const response = await signIn(PASSWORD);
    expect(response.status).toBe(204);
    const given = response.headers.get("set-cookie") ?? "";
    expect(given).toMatch(/^fader-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    const { hasSession } = await import("@/lib/server/access/session");
    expect(hasSession(new Headers({ cookie: given.split(";")[0] ?? "" }))).toBe(true);
    expect((await post("sign-out", {}, {})).headers.get("set-cookie")).toContain("Max-Age=0");
  });

  it("refuses a wrong password, and after ten even the right one for a while", async () => {
    forgetTries();
    // A minute from the first try: on a slow machine ten may take a second of it.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    for (let n = 0; n < 10; n += 1)
      expect(await refusalOf(await signIn(`wrong ${n}`))).toMatchObject({
        status: 401,
        code: "wrong_password",
      });
    const late = await signIn(PASSWORD);
    expect([late.status, Number(late.headers.get("retry-after"))]).toEqual([429, 60]);
    // Who is in stays in.
    expect(Object.values(await statuses(cookie(session)))).not.toContain(429);
    forgetTries();
  });
  afterEach(() => vi.useRealTimers());

  it("is closed to other sites and to odd bodies", async () => {
    expect((await signIn(PASSWORD, { origin: "https://evil.example" })).status).toBe(403);
    expect((await signIn(["x"])).status).toBe(422);
  });
});

test("without a password there is nothing to sign in to, and all is open", async () => {
  handlers = await load("");
  expect(Object.values(await statuses({}))).not.toContain(401);
  const found = handlers.find(({ route }) => route === "sign-in");
  const response = await found?.handler(jsonRequest("/api/sign-in", { password: "x" }), {
    params: Promise.resolve({}),
  });
  expect(response?.status).toBe(404);
});
