import { beforeAll, expect, test, vi } from "vitest";
import type { ModelsList } from "@/lib/models-list";
import { CANARY_KEY, useFakeUpstream } from "../support/play-upstream";

const rig = useFakeUpstream();
let get: (request: Request) => Promise<Response>;
beforeAll(async () => {
  vi.stubEnv("FADER_SERVERS", "");
  vi.resetModules();
  get = (await import("@/app/api/models/route")).GET;
});

async function list(headers: Record<string, string> = {}): Promise<ModelsList> {
  const request = new Request("http://localhost:3000/api/models", {
    headers: { host: "localhost:3000", ...headers },
  });
  return (await (await get(request)).json()) as ModelsList;
}

function forgetLists(): void {
  for (const name of ["model-lists", "router-routes"])
    delete (globalThis as Record<symbol, unknown>)[Symbol.for(`fader.${name}`)];
}

const ROUTER = {
  data: [
    {
      id: "org/name",
      providers: [
        {
          provider: "groq",
          status: "live",
          context_length: 8192,
          pricing: { input: 0.05, output: 0.08 },
          throughput: 512.4,
        },
        { provider: "novita", status: "live", pricing: { input: 0.1, output: 0.2 } },
        { provider: "gone", status: "error", pricing: { input: 9, output: 9 } },
        { provider: "gift", status: "live", is_free: true },
      ],
    },
    { id: "bad id with blanks", providers: [] },
    { id: 5 },
    null,
  ],
};

/** OpenAI's list for its key, the router's for all others. */
function planLists(): void {
  rig.fake.planModels(({ headers }) =>
    headers.authorization?.includes("hf_") || headers.authorization === undefined
      ? { headers: { "content-type": "application/json" }, body: JSON.stringify(ROUTER) }
      : {},
  );
}

test("lists what each provider tells: prices, context, speed, the day it ends; pinned providers of the router", async () => {
  forgetLists();
  planLists();
  const { models, providers } = await list();
  expect(providers.every(({ state }) => state === "ready")).toBe(true);
  const find = (id: string) => models.find((model) => model.id === id);
  expect(find("openai/gpt-4o-mini")).toMatchObject({
    price: { input: 150_000, output: 600_000 },
    shutdownDate: "2027-01-14",
  });
  expect(find("openai/text-embedding-3-small")).toBeUndefined();
  expect(find("huggingface/org/name")).toEqual({
    id: "huggingface/org/name",
    label: "org/name",
    provider: "huggingface",
  });
  expect(find("huggingface/org/name:groq")).toMatchObject({
    contextTokens: 8192,
    speed: 512.4,
    price: { input: 50_000, output: 80_000 },
  });
  expect(find("huggingface/org/name:gift")).toMatchObject({ price: { input: 0, output: 0 } });
  expect(find("huggingface/org/name:gone")).toBeUndefined();
  expect(models.filter(({ provider }) => provider === "huggingface")).toHaveLength(4);
});

test("a model's price is known where the router cannot choose another, else only the most it can be", async () => {
  forgetLists();
  planLists();
  await list();
  const { routerPrice } = await import("@/lib/server/prices/router-routes");
  expect(routerPrice("org/name:groq")).toEqual({ input: 50_000, output: 80_000 });
  expect(routerPrice("org/name")).toBeUndefined();
  expect(routerPrice("org/name", { atMost: true })).toEqual({ input: 100_000, output: 200_000 });
  expect(routerPrice("org/unheard")).toBeUndefined();
});

test("a list is asked for once a key, and again only after a while", async () => {
  forgetLists();
  planLists();
  await Promise.all([list(), list(), list()]);
  expect(rig.fake.seen.map(({ headers }) => headers.authorization).sort()).toEqual([
    `Bearer ${CANARY_KEY}`,
    undefined,
  ]);
  await list({ "x-fader-openai-key": "sk-other-key" });
  expect(rig.fake.seen).toHaveLength(3);
  expect(rig.fake.seen.at(-1)?.headers.authorization).toBe("Bearer sk-other-key");
});

test.each([
  [
    "a refusal",
    { status: 401, headers: { "content-type": "application/json" }, body: '{"error":{"message":"no"}}' },
  ],
  ["a web page", { status: 200, headers: { "content-type": "text/html" }, body: "<html>hello</html>" }],
  ["a failure", { status: 500, body: "" }],
])("%s instead of a list is said, and the other models are there all the same", async (_, plan) => {
  forgetLists();
  rig.fake.planModels(plan);
  const { models, providers } = await list();
  expect(providers.map(({ id, state }) => [id, state])).toEqual([
    ["built-in", "ready"],
    ["openai", "unavailable"],
    ["huggingface", "unavailable"],
  ]);
  expect(providers[1]?.message).toMatch(/^OpenAI /);
  expect(models.map(({ id }) => id)).toEqual(["built-in/sprout"]);
});
