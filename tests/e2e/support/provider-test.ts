import { startFakeUpstream, type FakeUpstream, type Plan, type Seen } from "../../support/fake-upstream";
import { startServer, type TestServer } from "../../support/server";
import { GOLDEN } from "../../support/transcripts";
import { test as deskTest } from "./desk-test";

export const GOOD_KEY = "sk-CANARY-good-key";
export const BAD_KEY = "sk-CANARY-bad-key";

function refuse(status: number, error: object, headers: Record<string, string> = {}): Plan {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ error }),
  };
}

function checkKey({ headers }: Seen): Plan | undefined {
  if (headers.authorization === `Bearer ${GOOD_KEY}`) return undefined;
  return refuse(401, {
    message: `Incorrect API key provided: ${headers.authorization?.slice(7)}`,
    code: "invalid_api_key",
  });
}

/** OpenAI as far as a desk can tell: a bad key, a model that takes no temperature, one that is busy. */
export function likeOpenai(request: Seen): Plan {
  const badKey = checkKey(request);
  if (badKey) return badKey;
  const { model, temperature } = request.body as { model: string; temperature?: number };
  if (model === "gpt-99" && temperature !== undefined)
    return refuse(400, {
      message: `Unsupported value: 'temperature' does not support ${temperature} with this model.`,
      type: "invalid_request_error",
      param: "temperature",
      code: "unsupported_value",
    });
  if (model === "busy") return refuse(429, { message: "Rate limit reached" }, { "retry-after": "7" });
  if (model === "strict")
    return refuse(400, {
      message: "Invalid 'temperature': too high.",
      param: "temperature",
      type: "invalid_request_error",
    });
  return { transcript: GOLDEN.CHAT?.blocks };
}

export type Providers = { fake: FakeUpstream; server: TestServer };

/** A desk of its own whose OpenAI is a fake on this machine; visitors bring the key. */
export const test = deskTest.extend<object, { providers: Providers }>({
  providers: [
    // Playwright wants the pattern, even an empty one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const fake = await startFakeUpstream();
      fake.plan(likeOpenai);
      fake.planModels((request) => checkKey(request) ?? {});
      const server = await startServer({
        environment: { OPENAI_BASE_URL: fake.baseUrl, HF_BASE_URL: fake.baseUrl },
      });
      await use({ fake, server });
      await server.stop();
      await fake.close();
      deskTest.expect(server.output()).not.toContain("CANARY");
    },
    { scope: "worker" },
  ],
  baseURL: async ({ providers }, use) => use(providers.server.origin),
});

export const expect = test.expect;
