import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { codingFor, listPackedFiles } from "@/lib/cli/packed-files.js";
import { precompress } from "@/lib/cli/precompress";

const SCRIPT = "export const answer = 42;\n".repeat(100);

let build: string;
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), "fader-packed-"));
  mkdirSync(join(build, "static", "chunks"), { recursive: true });
});
afterEach(() => rmSync(build, { recursive: true, force: true }));

function put(name: string, bytes: string | Buffer): void {
  writeFileSync(join(build, "static", name), bytes);
}

function names(): string[] {
  return readdirSync(join(build, "static"), { recursive: true, encoding: "utf8" }).toSorted();
}

test("what a browser would get packed lies there packed, and unpacks to the same bytes", async () => {
  put("chunks/a.js", SCRIPT);
  put("b.css", SCRIPT);
  expect(await precompress(build)).toBe(4);
  for (const name of ["chunks/a.js", "b.css"]) {
    const path = join(build, "static", name);
    expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(SCRIPT);
    expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(SCRIPT);
  }
});

test("small files, maps, pictures and what grows by packing stay as they are", async () => {
  put("small.js", SCRIPT.slice(0, 1024));
  put("a.js.map", SCRIPT);
  put("a.png", SCRIPT);
  put("noise.txt", randomBytes(5000));
  expect(await precompress(build)).toBe(0);
  expect(names()).toEqual(["a.js.map", "a.png", "chunks", "noise.txt", "small.js"]);
});

test("a file that changed is packed anew, and no packed file outlives its own", async () => {
  put("a.js", SCRIPT);
  put("gone.js", SCRIPT);
  await precompress(build);
  const changed = SCRIPT.replaceAll("42", "43");
  put("a.js", changed);
  rmSync(join(build, "static", "gone.js"));
  await precompress(build);
  expect(names()).toEqual(["a.js", "a.js.br", "a.js.gz", "chunks"]);
  expect(brotliDecompressSync(readFileSync(join(build, "static", "a.js.br"))).toString()).toBe(changed);
  expect(gunzipSync(readFileSync(join(build, "static", "a.js.gz"))).toString()).toBe(changed);
});

test("the list holds what lies there packed, by its address; nothing for a build that was never packed", async () => {
  put("chunks/[id] ä.js", SCRIPT);
  put("small.js", "1");
  expect([...listPackedFiles(build)]).toEqual([]);
  expect([...listPackedFiles(join(build, "nowhere"))]).toEqual([]);
  await precompress(build);
  const listed = [...listPackedFiles(build)].map(([address, { type, codings }]) => ({
    address,
    type,
    codings: codings.map(({ name }) => name),
  }));
  expect(listed).toEqual([
    {
      address: "/_next/static/chunks/%5Bid%5D%20%C3%A4.js",
      type: "application/javascript; charset=UTF-8",
      codings: ["br", "gzip"],
    },
  ]);
});

test("the best coding that is asked for; whatever asks for more than that is Next's", async () => {
  put("a.js", SCRIPT);
  await precompress(build);
  const file = listPackedFiles(build).get("/_next/static/a.js");
  if (!file) throw new Error("not listed");
  const coding = (headers: Record<string, string>, method = "GET") =>
    codingFor({ method, headers } as unknown as IncomingMessage, file)?.name;
  const accepting = (encoding: string) => coding({ "accept-encoding": encoding });
  expect(accepting("gzip, deflate, br, zstd")).toBe("br");
  expect(accepting("BR")).toBe("br");
  expect(accepting("gzip,deflate")).toBe("gzip");
  for (const none of ["", "identity", "deflate", "*", "brotli", "x-gzip", "gzip;q=0", "br;q=0.1, gzip"])
    expect(accepting(none), none).toBeUndefined();
  expect(coding({})).toBeUndefined();
  const br = { "accept-encoding": "br" };
  expect(coding(br, "HEAD")).toBe("br");
  expect(coding(br, "POST")).toBeUndefined();
  expect(coding({ ...br, "if-none-match": '"x"' })).toBe("br");
  for (const header of ["range", "if-match", "if-unmodified-since"])
    expect(coding({ ...br, [header]: "x" }), header).toBeUndefined();
  rmSync(join(build, "static", "a.js.br"));
  expect(coding({ "accept-encoding": "gzip, br" })).toBe("gzip");
});
