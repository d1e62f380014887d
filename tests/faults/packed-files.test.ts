import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "@/lib/cli/project";
import { startServer, type TestServer } from "../support/server";

const BUILD = join(ROOT, process.env.FADER_BUILD_FOLDER ?? ".next-test");
const CHUNKS = join(BUILD, "static", "chunks");

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

/** The largest file of its kind: packed for certain. */
function largest(extension: string): string {
  const size = (name: string) => statSync(join(CHUNKS, name)).size;
  const [name = ""] = readdirSync(CHUNKS)
    .filter((each) => each.endsWith(extension))
    .toSorted((a, b) => size(b) - size(a));
  return name;
}
const SCRIPT = largest(".js");
const STYLES = largest(".css");
const address = (name: string) => `/_next/static/chunks/${name}`;

type Answer = { status?: number; headers: IncomingMessage["headers"]; body: Buffer };

/** A request to the letter: neither the address is tidied up nor the answer unpacked. */
async function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const asked = request({ host: "127.0.0.1", port: server.port, path, headers, method }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

describe.each([
  { name: SCRIPT, type: "application/javascript; charset=UTF-8" },
  { name: STYLES, type: "text/css; charset=UTF-8" },
])("a file of the build, $type", ({ name, type }) => {
  const bytes = readFileSync(join(CHUNKS, name));

  test.each([
    { accepts: "gzip, deflate, br, zstd", coding: "br", suffix: ".br", unpack: brotliDecompressSync },
    { accepts: "gzip, deflate", coding: "gzip", suffix: ".gz", unpack: gunzipSync },
    { accepts: "identity", coding: undefined, suffix: "", unpack: (body: Buffer) => body },
  ])(
    "comes to one who accepts $accepts as the build left it, with all its headers",
    async ({ accepts, coding, suffix, unpack }) => {
      const { status, headers, body } = await ask(address(name), { "accept-encoding": accepts });
      expect(status).toBe(200);
      expect(headers["content-encoding"]).toBe(coding);
      expect(unpack(body).equals(bytes)).toBe(true);
      expect(body.equals(readFileSync(join(CHUNKS, name + suffix)))).toBe(true);
      expect(headers).toMatchObject({
        "content-length": String(body.length),
        "content-type": type,
        "cache-control": "public, max-age=31536000, immutable",
        vary: "Accept-Encoding",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
      });
    },
  );

  test("HEAD says what GET sends", async () => {
    const accepts = { "accept-encoding": "br" };
    const { date: _, ...get } = (await ask(address(name), accepts)).headers;
    const head = await ask(address(name), accepts, "HEAD");
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    expect(head.headers).toMatchObject(get);
  });

  test("who has it gets 304, and each coding has a tag of its own", async () => {
    const tags = new Set<string>();
    for (const accepts of ["br", "gzip", "identity"]) {
      const accept = { "accept-encoding": accepts };
      const { etag = "", "last-modified": modified = "" } = (await ask(address(name), accept)).headers;
      tags.add(etag);
      const known: Record<string, string>[] = [
        { "if-none-match": etag },
        { "if-none-match": `"x", ${etag}` },
        { "if-modified-since": modified },
      ];
      for (const condition of known) {
        const answer = await ask(address(name), { ...accept, ...condition });
        expect([answer.status, answer.body.length]).toEqual([304, 0]);
      }
      expect((await ask(address(name), { ...accept, "if-none-match": '"x"' })).status).toBe(200);
    }
    expect(tags.size).toBe(3);
  });

  test("a part of it is a part of the file as it is", async () => {
    const { status, headers, body } = await ask(address(name), {
      "accept-encoding": "br",
      range: "bytes=10-99",
    });
    expect([status, headers["content-encoding"]]).toEqual([206, undefined]);
    expect(headers["content-range"]).toBe(`bytes 10-99/${bytes.length}`);
    expect(body.equals(bytes.subarray(10, 100))).toBe(true);
    const beyond = await ask(address(name), { "accept-encoding": "br", range: "bytes=99999999-" });
    // Next says 500 where it means 416; what it sends with that is not packed.
    expect(beyond.status).toBeGreaterThanOrEqual(400);
    expect(beyond.headers["content-encoding"]).toBeUndefined();
  });

  test("who weighs codings is not sent the one refused", async () => {
    const { headers, body } = await ask(address(name), { "accept-encoding": "br;q=0, gzip;q=0.5" });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(body).equals(bytes)).toBe(true);
  });

  test("a query changes nothing", async () => {
    const { headers, body } = await ask(`${address(name)}?v=1&x=/../..`, { "accept-encoding": "br" });
    expect(headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(body).equals(bytes)).toBe(true);
  });
});

test("no address leads out of the folder, and an unknown file is not found", async () => {
  const buildId = readFileSync(join(BUILD, "BUILD_ID"), "utf8");
  const addresses = [
    "/_next/static/../BUILD_ID",
    "/_next/static/chunks/../../BUILD_ID",
    "/_next/static/%2e%2e/BUILD_ID",
    "/_next/static/..%2fBUILD_ID",
    "/_next/static/%2e%2e%2fBUILD_ID",
    "/_next/static/..%5cBUILD_ID",
    "/_next/static/..\\BUILD_ID",
    "/_next/static/%252e%252e/BUILD_ID",
    "/_next/static/%c0%ae%c0%ae/BUILD_ID",
    "/_next/static//../BUILD_ID",
    "/_next/static/chunks/%00",
    `${address(SCRIPT)}%00`,
    `${address(SCRIPT)}%00.br`,
    `${address(SCRIPT)}/../../../BUILD_ID`,
    address("no-such-file.js"),
    address("constructor"),
    "/_next/static/chunks",
    "/_next/static/",
  ];
  for (const path of addresses) {
    const { status = 0, headers, body } = await ask(path, { "accept-encoding": "br" });
    // Next sends some of them on to an address without the detour, which is not found either.
    expect([308, 400, 404], path).toContain(status);
    expect(headers["content-encoding"], path).toBeUndefined();
    expect(body.toString().trim(), path).not.toBe(buildId);
    const { location } = headers;
    if (status === 308) expect((await ask(location ?? "")).status, path).toBe(404);
  }
  const { status, body } = await ask(address("no-such-file.js"), { "accept-encoding": "br" });
  expect([status, body.toString()]).toEqual([404, "Not Found"]);
});

test("pages come packed as before", async () => {
  const { status, headers, body } = await ask("/", { "accept-encoding": "gzip, br" });
  expect([status, headers["content-encoding"]]).toEqual([200, "gzip"]);
  expect(gunzipSync(body).toString()).toContain("<!DOCTYPE html>");
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
});
