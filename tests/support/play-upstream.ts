import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import type { ParameterValues } from "@/lib/catalog/parameters";
import type { RunEventBody } from "@/lib/run-events";
import type { PanePrompt } from "@/lib/run-request";
import type { OwnKeys } from "@/lib/server/own-keys";
import type { Patience } from "@/lib/server/upstream/patience";
import { startFakeUpstream, type FakeUpstream } from "./fake-upstream";

export const CANARY_KEY = "sk-CANARY-0123456789abcdef";

/** Waits short enough for a test that makes a provider silent. */
export const SHORT_PATIENCE: Patience = { headersMs: 1000, bytesMs: 1000, contentMs: 1500, totalMs: 60_000 };

export type Play = {
  model?: string;
  parameters?: ParameterValues;
  system?: string;
  message?: string;
  refused?: PanePrompt["refused"];
  signal?: AbortSignal;
  ownKeys?: OwnKeys;
  isSingleAttempt?: boolean;
  /** How long to wait for the provider; the usual waits when absent, so that a slow machine fails nothing. */
  patience?: Patience;
  language?: string;
  onEvent?: (event: RunEventBody) => void;
};

/**
 * The providers of a fresh server in this process, all at the fake's address: OpenAI with a key, and one server for each
 * dialect under the dialect's name.
 */
export async function upstreamServer(fake: FakeUpstream) {
  const dialects = ["chat", "llama-cpp", "vllm", "lm-studio", "ollama", "tgi"];
  const servers = dialects.map((dialect) => ({
    id: dialect,
    label: `The ${dialect} server`,
    dialect,
    baseUrl: fake.baseUrl,
  }));
  vi.stubEnv("OPENAI_BASE_URL", fake.baseUrl);
  vi.stubEnv("OPENAI_API_KEY", CANARY_KEY);
  vi.stubEnv("HF_BASE_URL", fake.baseUrl);
  vi.stubEnv("FADER_SERVERS", JSON.stringify(servers));
  vi.resetModules();
  forgetFailures();
  const { runPane } = await import("@/lib/server/run-pane");
  const { builtIn } = await import("@/lib/server/adapters/built-in");
  const { createCompatible } = await import("@/lib/server/adapters/compatible");
  const { textsFor } = await import("@/lib/server/texts");
  return async function play(how: Play = {}): Promise<RunEventBody[]> {
    const { model = "chat/some-model", parameters = {}, system = "", message = "Hello", refused } = how;
    const prompt: PanePrompt = {
      model,
      parameters,
      system,
      messages: [{ role: "user", content: message }],
      ...(refused ? { refused } : {}),
    };
    const context = {
      signal: how.signal ?? new AbortController().signal,
      texts: textsFor(new Headers({ "accept-language": how.language ?? "en" })),
      ...(how.ownKeys ? { ownKeys: how.ownKeys } : {}),
      ...(how.isSingleAttempt ? { isSingleAttempt: true } : {}),
    };
    const adapters = { builtIn, compatible: createCompatible(how.patience) };
    const events: RunEventBody[] = [];
    for await (const event of runPane(prompt, context, adapters)) {
      events.push(event);
      how.onEvent?.(event);
    }
    return events;
  };
}

/** Lets a provider that was left alone be asked again: one test's failures are not the next one's. */
export function forgetFailures(): void {
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("fader.circuit")];
}

export function textIn(events: readonly RunEventBody[], type: "text" | "reasoning" = "text"): string {
  return events.map((event) => (event.type === type ? event.text : "")).join("");
}

/** A fake provider and a server in this process for all tests of a file; each test finds both fresh. */
export function useFakeUpstream() {
  const rig = {} as { fake: FakeUpstream; play: Awaited<ReturnType<typeof upstreamServer>> };
  beforeAll(async () => {
    rig.fake = await startFakeUpstream();
    rig.play = await upstreamServer(rig.fake);
  });
  beforeEach(() => {
    rig.fake.reset();
    forgetFailures();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rig.fake.close();
  });
  return rig;
}
