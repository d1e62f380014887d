import { startFakeUpstream, type FakeUpstream, type Plan } from "../../support/fake-upstream";
import { startServer, type TestServer } from "../../support/server";
import { openai } from "../../support/transcripts";
import { test as deskTest } from "./desk-test";

export type Streaming = { fake: FakeUpstream; server: TestServer };

/** What a desk needs so that its OpenAI is the fake; with a key of the server's own. */
export function environmentFor(fake: FakeUpstream): Record<string, string> {
  return { OPENAI_BASE_URL: fake.baseUrl, OPENAI_API_KEY: "sk-1", HF_BASE_URL: fake.baseUrl };
}

/** A desk of its own whose OpenAI is a fake on this machine, planned anew by each test. */
export const test = deskTest.extend<{ fake: FakeUpstream }, { streaming: Streaming }>({
  streaming: [
    // Playwright wants the pattern, even an empty one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const fake = await startFakeUpstream();
      const server = await startServer({ environment: environmentFor(fake) });
      await use({ fake, server });
      await server.stop();
      await fake.close();
    },
    { scope: "worker" },
  ],
  fake: async ({ streaming }, use) => {
    streaming.fake.reset();
    await use(streaming.fake);
  },
  baseURL: async ({ streaming }, use) => use(streaming.server.origin),
});

export const expect = test.expect;

/** The words "w1 w2 ..." of a dripping answer. */
export function words(count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? "w1" : ` w${index + 1}`));
}

/** An answer of so many words, one every `delayMs`. */
export function drip(count: number, delayMs: number): Plan {
  return { transcript: openai(words(count)), delayMs };
}

/** An answer that goes silent after so many words, alive as long as its reader. */
export function silentAfter(count: number): Plan {
  // Two blocks stand before the silence that are no words: the role, and the one at which it hangs.
  return { transcript: openai(words(count)), hang: count + 1, heartbeatMs: 1000 };
}
