import fc from "fast-check";
import { expect, test } from "vitest";
import { POST } from "@/app/api/run/route";
import { isPollutedKey } from "@/lib/polluted-keys";
import { jsonRequest, refusalOf, runBody } from "../support/run-bodies";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

async function refuse(body: string): Promise<{ status: number; code: string; path?: string }> {
  return refusalOf(await POST(jsonRequest("/api/run", body)));
}

function nothingPolluted(): void {
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
}

/** All places of a body where an object stands, as paths. */
function objectPaths(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    objectPaths(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? inner : [path, ...inner];
}

/** The body as JSON text with `"key": load` written into the object at `path`: an own key, as an attacker sends it. */
function pollute(body: Json, path: (string | number)[], key: string, load: Json): string {
  const mark = "fader-mark";
  const copy = JSON.parse(JSON.stringify(body)) as { [key: string]: Json };
  const place = path.reduce<Json>((at, step) => (at as { [key: string]: Json })[step] as Json, copy) as {
    [key: string]: Json;
  };
  place[mark] = load;
  return JSON.stringify(copy).replace(JSON.stringify(mark), JSON.stringify(key));
}

const VICTIM = {
  ...runBody({ panes: 2, parameters: { temperature: 1, logitBias: { "1": 2 } } }),
  system: "Be kind.",
} as unknown as { [key: string]: Json };
const DEEP = {
  ...VICTIM,
  panes: [
    {
      id: "a",
      model: "built-in/sprout",
      parameters: { extraBody: { a: { b: [{ c: 1 }] } }, jsonSchema: { properties: {} } },
    },
  ],
} as Json;

test("2,000 polluted bodies are refused at the place of the key, and nothing is polluted", async () => {
  const victim = fc.constantFrom<Json>(VICTIM, DEEP);
  const polluted = victim.chain((body) =>
    fc
      .tuple(
        fc.constantFrom(...objectPaths(body)),
        fc.constantFrom("__proto__", "constructor", "prototype"),
        fc.constantFrom<Json>({ isAdmin: true }, { prototype: { isAdmin: true } }, null, "x", []),
      )
      .map(([path, key, load]) => ({ text: pollute(body, path, key, load), path: [...path, key].join(".") })),
  );
  await fc.assert(
    fc.asyncProperty(polluted, async ({ text, path }) => {
      expect(await refuse(text)).toMatchObject({ status: 422, code: "invalid_request", path });
      nothingPolluted();
    }),
    { numRuns: 2000 },
  );
});

const REFUSALS = new Set(["invalid_json", "invalid_request", "body_too_large"]);

test("5,000 random bodies are refused with a typed error, never a throw", async () => {
  const keys = fc.constantFrom(
    "id",
    "system",
    "messages",
    "panes",
    "parameters",
    "model",
    "role",
    "content",
    "temperature",
    "__proto__",
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue() as fc.Arbitrary<Json>,
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(keys, tie("value"), { maxKeys: 5 }),
    ),
  }));
  const broken = fc.tuple(value, fc.nat(), fc.string()).map(([json, at, junk]) => {
    const text = JSON.stringify(json);
    return text.slice(0, at % (text.length + 1)) + junk;
  });
  const text = fc.oneof(
    value.map((json) => JSON.stringify(json)),
    broken,
    fc.string({ unit: "binary" }),
  );
  await fc.assert(
    fc.asyncProperty(text, async (body) => {
      const { status, code } = await refuse(body);
      expect(REFUSALS.has(code)).toBe(true);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 5000 },
  );
  nothingPolluted();
});

test("a valid body with one thing wrong is refused, whatever it is", async () => {
  const wrong = fc.constantFrom<Json>(null, -1, 1e300, "", "x".repeat(300), [], {}, [null], true, {
    role: "system",
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("id", "messages", "panes"), wrong, async (key, value) => {
      fc.pre(!(key === "messages" && Array.isArray(value) && value.length === 0));
      expect(await refuse(JSON.stringify({ ...VICTIM, [key]: value }))).toMatchObject({
        status: 422,
        code: "invalid_request",
        path: expect.stringMatching(new RegExp(`^${key}`)) as string,
      });
    }),
  );
});

test("the keys that are refused are the ones that reach prototypes", () => {
  expect(["__proto__", "constructor", "prototype", "toString", "proto"].map(isPollutedKey)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
