import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqliteStore } from "../support/engines";
import { isNewLink, linkRoutes } from "../support/link-requests";
import { refusalOf } from "../support/run-bodies";
import { forget, storeIn } from "../support/store-in";
import { FULL_DOCUMENT } from "../unit/links/support";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const folder = mkdtempSync(join(tmpdir(), "fader-hostile-"));
let links: Awaited<ReturnType<typeof linkRoutes>>;
beforeAll(async () => {
  await storeIn(sqliteStore(join(folder, "data")));
  links = await linkRoutes();
});
afterAll(async () => {
  await forget();
  rmSync(folder, { recursive: true, force: true });
});

const VALID = { experiment: FULL_DOCUMENT, expiresInDays: 7 } as unknown as Json;

/** All places of a body where an object stands, as paths; what a provider was sent may hold anything. */
function objectPaths(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null || path.at(-1) === "body") return [];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    objectPaths(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? inner : [path, ...inner];
}

/** The body as JSON text with `"key": load` written into the object at `path`: an own key, as an attacker sends it. */
function plant(path: (string | number)[], key: string, load: Json): string {
  const mark = "fader-mark";
  const copy = JSON.parse(JSON.stringify(VALID)) as { [key: string]: Json };
  const place = path.reduce<Json>((at, step) => (at as { [key: string]: Json })[step] as Json, copy);
  (place as { [key: string]: Json })[mark] = load;
  return JSON.stringify(copy).replace(JSON.stringify(mark), JSON.stringify(key));
}

const planted = (keys: string[]) =>
  fc.tuple(
    fc.constantFrom(...objectPaths(VALID)),
    fc.constantFrom(...keys),
    fc.constantFrom<Json>("sk-CANARY", "https://evil.example", { isAdmin: true }, null, [], true),
  );

test("the body that all this is done to is a good one", () => expect(isNewLink(VALID)).toBe(true));

test("a key, an address or anything else that a link does not carry is refused at its place", async () => {
  const keys = ["apiKey", "key", "openai", "authorization", "baseUrl", "url", "run", "autorun", "room", "x"];
  await fc.assert(
    fc.asyncProperty(planted(keys), async ([path, key, load]) => {
      const refusal = await refusalOf(await links.post(plant(path, key, load)));
      expect([refusal.status, refusal.code, refusal.path]).toEqual([
        422,
        "invalid_request",
        [...path, key].join("."),
      ]);
      expect(refusal.message).not.toContain("CANARY");
    }),
    { numRuns: 500 },
  );
});

test("no prototype is polluted", async () => {
  await fc.assert(
    fc.asyncProperty(planted(["__proto__", "constructor", "prototype"]), async ([path, key, load]) => {
      const refusal = await refusalOf(await links.post(plant(path, key, load)));
      expect([refusal.status, refusal.path]).toEqual([422, [...path, key].join(".")]);
      expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test("3,000 random bodies are refused with a typed error, never a throw", async () => {
  const keys = fc.constantFrom(
    "experiment",
    "expiresInDays",
    "fader",
    "title",
    "turns",
    "panes",
    "__proto__",
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue() as fc.Arbitrary<Json>,
      fc.string({ unit: "binary" }),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(keys, tie("value"), { maxKeys: 5 }),
    ),
  }));
  const text = fc.oneof(
    value.map((json) => JSON.stringify(json)),
    fc.tuple(fc.nat(), fc.string()).map(([at, junk]) => {
      const whole = JSON.stringify(VALID);
      return whole.slice(0, at % whole.length) + junk;
    }),
    fc.string({ unit: "binary" }),
  );
  await fc.assert(
    fc.asyncProperty(text, async (body) => {
      const { status, code } = await refusalOf(await links.post(body));
      expect(["invalid_json", "invalid_request"]).toContain(code);
      expect([400, 422]).toContain(status);
    }),
    { numRuns: 3000 },
  );
});

test("deep, wide and oversized bodies cost little", async () => {
  const deep = `{"experiment":${'{"a":['.repeat(20_000)}${"]}".repeat(20_000)}}`;
  const wide = JSON.stringify({
    experiment: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [n, n])),
  });
  for (const body of [deep, wide]) expect((await links.post(body)).status).toBe(422);
  expect((await links.post(" ".repeat(300_000))).status).toBe(413);
  expect((await links.post("{}", { "content-type": "text/plain" })).status).toBe(415);
});

test("nothing of all this opened the database, let alone stored a thing", () => {
  expect(existsSync(join(folder, "data"))).toBe(false);
});
