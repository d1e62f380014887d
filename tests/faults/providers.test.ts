import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { IS_FULL, times } from "../support/counts";
import { startFakeUpstream, type FakeUpstream } from "../support/fake-upstream";
import { runOf } from "../support/play-faults";
import { eventsOf, playRun, rawPost, rawRun, readHealth } from "../support/run-client";
import { startServer, type TestServer } from "../support/server";
import { GOLDEN } from "../support/transcripts";

const KEYS = {
  openai: "sk-CANARY-server-openai",
  huggingface: "hf_CANARY-server-face",
  local: "local-CANARY-server",
  ownOpenai: "sk-CANARY-own-openai",
  ownFace: "hf_CANARY-own-face",
};

let openai: FakeUpstream;
let face: FakeUpstream;
let server: TestServer | undefined;
beforeEach(async () => {
  openai = await startFakeUpstream();
  face = await startFakeUpstream();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await openai.close();
  await face.close();
});

function start(environment: Record<string, string> = {}): Promise<TestServer> {
  const servers = [
    { id: "local", label: "Local", dialect: "vllm", baseUrl: openai.baseUrl, key: KEYS.local },
  ];
  return startServer({
    environment: {
      OPENAI_BASE_URL: openai.baseUrl,
      OPENAI_API_KEY: KEYS.openai,
      HF_BASE_URL: face.baseUrl,
      HF_TOKEN: KEYS.huggingface,
      FADER_SERVERS: JSON.stringify(servers),
      ...environment,
    },
  });
}

test("no byte of a key leaves by another way than Authorization, to its own provider", async () => {
  server = await start();
  const own = { "x-fader-openai-key": KEYS.ownOpenai, "x-fader-huggingface-key": KEYS.ownFace };
  const told: string[] = [];
  const tell = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server?.origin}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    told.push(JSON.stringify([...response.headers]), await response.text());
  };
  const everything = async (headers: Record<string, string>) => {
    await tell(
      "/api/run",
      runOf("openai/gpt-4o", "huggingface/org/name", "local/x", "openai/gpt-5.5-pro"),
      headers,
    );
    const chat = { model: "openai/gpt-4o", messages: [{ role: "user", content: "Hi" }] };
    await tell("/api/v1/chat/completions", chat, { ...headers, authorization: "Bearer client-CANARY" });
    await tell("/api/v1/chat/completions", { ...chat, stream: true, model: "huggingface/a/b" }, headers);
    for (const provider of ["openai", "huggingface"]) await tell("/api/keys/test", { provider }, headers);
    for (const path of [
      "/api/models",
      "/api/v1/models",
      "/api/health?detail",
      "/api/openapi.json",
      "/",
      "/nowhere",
    ])
      await tell(path, undefined, headers);
  };
  const echo = (status: number) => (request: { headers: { authorization?: string } }) => ({
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ error: { message: `bad key ${request.headers.authorization}`, code: "x" } }),
  });
  for (const plan of [undefined, 401, 400, 429, 500]) {
    openai.plan(plan ? echo(plan) : {});
    face.plan(plan ? echo(plan) : {});
    await everything({});
    await everything(own);
  }
  await tell("/api/run", runOf("openai/x"), { "x-fader-openai-key": "sk-CANARY with blanks" });
  expect(told.join("\n")).not.toContain("CANARY");
  expect(server.output()).not.toContain("CANARY");
  const allowed: [FakeUpstream, string[]][] = [
    [openai, [KEYS.openai, KEYS.ownOpenai, KEYS.local]],
    [face, [KEYS.huggingface, KEYS.ownFace]],
  ];
  for (const [upstream, keys] of allowed) {
    const seen = upstream.seen.map(({ headers: { authorization = "", ...rest }, body, path }) => {
      expect(JSON.stringify([rest, body, path])).not.toContain("CANARY");
      return authorization.replace("Bearer ", "");
    });
    expect(new Set(seen)).toEqual(new Set(keys));
  }
});

const REQUESTS = times(200, 1000);

test(`a server that others can reach, with keys and no rule: ${REQUESTS} requests, no call`, async () => {
  server = await start({ FADER_PUBLIC_ORIGINS: "https://fader.example" });
  const headers = { host: "fader.example" };
  const chat = { model: "openai/gpt-4o", messages: [{ role: "user", content: "Hi" }] };
  const asks: [string, unknown][] = [
    ["/api/run", runOf("openai/gpt-4o", "huggingface/a/b", "local/x")],
    ["/api/v1/chat/completions", chat],
    ["/api/v1/chat/completions", { ...chat, model: "local/x", stream: true }],
    ["/api/keys/test", { provider: "openai" }],
    ["/api/keys/test", { provider: "huggingface" }],
  ];
  const codes = new Set<number | undefined>();
  for (let n = 0; n < REQUESTS; n += 1) {
    const [path, body] = asks[n % asks.length] as [string, unknown];
    const sent = path === "/api/run" ? { ...(body as object), id: randomUUID() } : body;
    const response = await rawPost(server, path, JSON.stringify(sent), n % 2 === 0 ? headers : {}).response;
    codes.add(response.statusCode);
    let text = "";
    for await (const chunk of response as AsyncIterable<Buffer>) text += chunk.toString();
    expect(text).toContain("no_access_rule");
  }
  for (const path of ["/api/models", "/api/v1/models", "/"])
    await (await fetch(`${server.origin}${path}`)).text();
  expect(codes).toEqual(new Set([200, 403]));
  expect([...openai.seen, ...face.seen]).toEqual([]);
  expect(server.output()).toContain("fader: This server can be reached by others");
  // Sprout and a visitor's own key do work, but no key over plain http.
  expect((await playRun(server, runOf("built-in/sprout"))).at(-1)?.type).toBe("end");
  const own = { "x-fader-openai-key": KEYS.ownOpenai };
  const playOwn = async (host: string) => {
    const response = await rawRun(server as TestServer, runOf("openai/gpt-4o"), { ...own, host }).response;
    if (response.statusCode !== 200) return response.statusCode;
    const events = [];
    for await (const event of eventsOf(response)) events.push(event.type);
    return events.at(-1);
  };
  expect(await playOwn("fader.example")).toBe("end");
  expect(openai.seen.map(({ headers: sent }) => sent.authorization)).toEqual([`Bearer ${KEYS.ownOpenai}`]);
});

test("a key of one's own over plain http to a public name is refused", async () => {
  server = await start({ FADER_PUBLIC_ORIGINS: "http://fader.example", FADER_OPEN: "I-accept-the-bill" });
  const headers = { host: "fader.example", "x-fader-openai-key": KEYS.ownOpenai };
  const response = await rawRun(server, runOf("openai/gpt-4o"), headers).response;
  expect(response.statusCode).toBe(403);
  expect(openai.seen).toEqual([]);
  expect((await playRun(server, runOf("openai/gpt-4o"))).at(-1)?.type).toBe("end");
});

test("the stop switch ends what goes within two seconds, and lets nothing begin", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fader-stop-"));
  const file = join(folder, "stop");
  server = await start({ FADER_STOP: file });
  openai.plan({ transcript: GOLDEN.CHAT?.blocks ?? [], hang: 3 });
  const going = playRun(server, runOf("openai/gpt-4o", "local/x"));
  while (openai.seen.length < 2) await sleep(20);
  expect(existsSync(file)).toBe(false);
  const state = { isOver: false };
  void going.finally(() => (state.isOver = true));
  const startedAt = performance.now();
  writeFileSync(file, "");
  // Two seconds by the server's own clock: a half each, behind which it has turned, so that none is lost to a slow machine.
  let halves = 0;
  for (; !state.isOver; halves += 1) {
    await sleep(500);
    await readHealth(server);
  }
  expect(halves).toBeLessThanOrEqual(4);
  if (IS_FULL) expect(performance.now() - startedAt).toBeLessThan(2000);
  const endings = (await going).filter(({ type }) => type === "error");
  expect(endings).toMatchObject([{ code: "stopped_by_operator" }, { code: "stopped_by_operator" }]);
  const calls = openai.seen.length;
  expect((await playRun(server, runOf("openai/gpt-4o"))).at(-1)).toMatchObject({
    code: "stopped_by_operator",
  });
  expect((await playRun(server, runOf("built-in/sprout"))).at(-1)?.type).toBe("end");
  expect(openai.seen).toHaveLength(calls);
  rmSync(folder, { recursive: true });
  openai.plan({});
  expect((await playRun(server, runOf("openai/gpt-4o"))).at(-1)?.type).toBe("end");
});
