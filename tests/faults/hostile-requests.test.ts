import { connect } from "node:net";
import { Agent, request, type OutgoingHttpHeaders } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playRun, rawPost } from "../support/run-client";
import { runBody } from "../support/run-bodies";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

async function answer(
  path: string,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<{ status?: number; code?: string; headers: NodeJS.Dict<string | string[]> }> {
  const response = await rawPost(server, path, body, headers).response;
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const code = text.startsWith("{")
    ? (JSON.parse(text) as { error: { code: string } }).error.code
    : undefined;
  return { status: response.statusCode, code, headers: response.headers };
}

const BODY = JSON.stringify(runBody({ parameters: { maxOutputTokens: 2 } }));

test("a cross-site text/plain POST is refused, and no CORS header helps it", async () => {
  const refused = await answer("/api/run", BODY, {
    "content-type": "text/plain",
    origin: "https://evil.example",
    "sec-fetch-site": "cross-site",
  });
  expect(refused).toMatchObject({ status: 403, code: "cross_site" });
  expect(Object.keys(refused.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  expect(await answer("/api/run", BODY, { "content-type": "text/plain" })).toMatchObject({
    status: 415,
    code: "unsupported_media_type",
  });
});

test("a foreign Host is refused by routes and pages", async () => {
  expect(await answer("/api/run", BODY, { host: "evil.example" })).toMatchObject({
    status: 421,
    code: "unknown_host",
  });
  expect(
    await answer("/api/run/x/stop", "{}", { host: `localhost.evil.example:${server.port}` }),
  ).toMatchObject({ status: 421 });
  for (const path of ["/", "/api/health", "/api/models", "/nowhere"]) {
    const status = await new Promise((resolve, reject) => {
      request(`${server.origin}${path}`, { headers: { host: "evil.example" } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect([path, status]).toEqual([path, 421]);
  }
});

test("a forwarded Host gives no entry", async () => {
  expect(
    await answer("/api/run", BODY, { host: "evil.example", "x-forwarded-host": "localhost" }),
  ).toMatchObject({ status: 421 });
});

test.each(["announced", "not announced"])("60 MB, %s, are refused, and the sender hears why", async (how) => {
  // A browser keeps its connections. One that is to close is cut while the sender still writes, by Node itself.
  const agent = new Agent({ keepAlive: true });
  const huge = Buffer.alloc(60 * 1024 * 1024, " ");
  const headers: OutgoingHttpHeaders = { "content-type": "application/json" };
  if (how === "announced") headers["content-length"] = huge.length;
  const status = await new Promise((resolve, reject) => {
    const post = request(`${server.origin}/api/run`, { method: "POST", agent, headers }, (response) =>
      resolve(response.statusCode),
    ).on("error", reject);
    post.end(huge);
  });
  agent.destroy();
  expect(status).toBe(413);
});

test("polluted and random bodies are refused over the wire too", async () => {
  const polluted = BODY.replace('"parameters":{', '"parameters":{"__proto__":{"isAdmin":true},');
  expect(await answer("/api/run", polluted, {})).toMatchObject({ status: 422, code: "invalid_request" });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { status, code } = await answer("/api/run", Buffer.from(bytes), {});
      expect([400, 422]).toContain(status);
      expect(code).toMatch(/^invalid_/);
    }),
    { numRuns: 300 },
  );
});

test("bytes that are no HTTP, and requests broken off anywhere, leave the process alive", async () => {
  const whole = `POST /api/run HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;
  const send = (bytes: string | Uint8Array) =>
    new Promise<void>((resolve) => {
      const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes, () => socket.destroy()));
      socket.on("close", () => resolve()).on("error", () => {});
    });
  for (let cut = 1; cut < whole.length; cut += 7) await send(whole.slice(0, cut));
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => send(bytes)),
    { numRuns: 100 },
  );
  for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS", "PROPFIND"]) {
    const response = await fetch(`${server.origin}/api/run`, { method }).catch(() => undefined);
    expect(response?.status ?? 400).not.toBe(500);
  }
});

test("a Server Action is not to be had", async () => {
  const { status } = await answer("/", "[]", { "content-type": "text/plain", "next-action": "a".repeat(42) });
  expect(status).toBe(405);
});

test("after all this the server answers as before, and has logged no fault", async () => {
  expect(server.isAlive()).toBe(true);
  expect((await playRun(server, runBody({ parameters: { maxOutputTokens: 2 } }))).at(-1)?.type).toBe("end");
  expect(server.output()).not.toMatch(/fault|unhandled|⨯/i);
});
