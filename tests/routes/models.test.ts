import { afterAll, expect, test, vi } from "vitest";
import { GET as getHealth } from "@/app/api/health/route";
import { GET } from "@/app/api/models/route";
import { PARAMETER_KEYS } from "@/lib/catalog/parameters";
import { refusalOf } from "../support/run-bodies";

// The public addresses, as an operator has them who sets none; the switch keeps every question on this machine.
vi.stubEnv("HF_BASE_URL", "");
vi.stubEnv("FADER_STOP", "yes");
afterAll(() => vi.unstubAllEnvs());

type Models = {
  providers: { id: string; label: string; state: string; message?: string }[];
  models: { id: string; label: string; provider: string; available: boolean; contextTokens?: number }[];
  parameters?: Record<string, { support: string; reason?: string }>;
};

function ask(query: string, headers: Record<string, string> = {}): Promise<Response> {
  return GET(
    new Request(`http://localhost:3000/api/models${query}`, {
      headers: { host: "localhost:3000", ...headers },
    }),
  );
}

async function read(query: string, headers?: Record<string, string>): Promise<Models> {
  return (await (await ask(query, headers)).json()) as Models;
}

test("lists providers and models", async () => {
  const { providers, models, parameters } = await read("");
  expect(providers).toMatchObject([
    { id: "built-in", label: "Fader", place: "server", state: "ready" },
    { id: "openai", host: "api.openai.com", isOpen: false, state: "unavailable" },
    { id: "huggingface", host: "router.huggingface.co", isOpen: false, state: "unavailable" },
  ]);
  // The switch's words and no network's: nobody was asked.
  expect(providers[2]?.message).toContain("stopped");
  expect(JSON.stringify(providers)).not.toMatch(/baseUrl|keyVariable|"key"/);
  expect(models).toMatchObject([
    { id: "built-in/sprout", label: "Sprout", provider: "built-in", contextTokens: 256 },
  ]);
  expect(parameters).toBeUndefined();
});

test("says what a model makes of every parameter, and why not", async () => {
  const { parameters = {} } = await read("?model=built-in/sprout");
  expect(Object.keys(parameters).sort()).toEqual([...PARAMETER_KEYS].sort());
  expect(parameters.temperature).toEqual({ support: "supported" });
  expect(parameters.verbosity).toEqual({ support: "unsupported", reason: "Sprout does not take it" });
  expect(parameters.topLogprobs?.support).toBe("conditional");
  expect(parameters.topLogprobs?.reason).toMatch(/is on$/);
});

test("in Chinese too", async () => {
  const { parameters = {} } = await read("?model=built-in/sprout", { "accept-language": "zh" });
  expect(parameters.verbosity?.reason).toBe("Sprout 不接受此参数");
});

test("an unknown model is allowed, and nothing is known of it", async () => {
  const { parameters = {} } = await read("?model=nobody/new-model");
  expect(new Set(Object.values(parameters).map(({ support }) => support))).toEqual(new Set(["unknown"]));
});

test.each(["", "../x", "a b", "x".repeat(129), "<script>"])("refuses the model id %j", async (model) => {
  expect(await refusalOf(await ask(`?model=${encodeURIComponent(model)}`))).toMatchObject({
    status: 422,
    code: "invalid_request",
    path: "model",
  });
});

test("is never cached", async () => {
  expect((await ask("")).headers.get("cache-control")).toBe("no-store");
});

test("health says ready, and on request how much is going", async () => {
  const health = (query: string) =>
    getHealth(
      new Request(`http://localhost:3000/api/health${query}`, { headers: { host: "localhost:3000" } }),
    );
  expect(await (await health("")).json()).toEqual({ status: "ready" });
  expect(await (await health("?detail")).json()).toEqual({ status: "ready", runs: 0, sessions: 0 });
});
