import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/run/route";
import type { ParameterValues } from "@/lib/catalog/parameters";
import type { RunEvent } from "@/lib/run-events";
import type { Message } from "@/lib/run-request";
import { SproutHost, type SproutThread } from "@/lib/server/sprout/host";
import { loadSprout } from "@/lib/server/sprout/load-sprout";
import { renderChat } from "@/lib/tiny-model/chat-template";
import { END, FIRST_BYTE } from "@/lib/tiny-model/special-tokens";
import { Tokenizer, type TokenizerFile } from "@/lib/tiny-model/tokenizer";
import { FakeThread } from "../support/fake-thread";
import { textIn } from "../support/play-upstream";
import { readAllEvents } from "../support/read-events";
import { jsonRequest, refusalOf, runBody } from "../support/run-bodies";

const store = globalThis as unknown as Record<symbol, unknown>;
const HOST = Symbol.for("fader.sprout");
const tokenizer = new Tokenizer(
  JSON.parse(readFileSync("public/sprout/tokenizer.json", "utf8")) as TokenizerFile,
);
/** No two of Sprout's ordinary tokens have the same bytes, so the bytes of an event tell the id. */
const ids = new Map<string, number>();
for (let id = FIRST_BYTE; id < tokenizer.size; id += 1) ids.set(tokenizer.bytesOf(id).join(), id);

beforeAll(() => {
  const engine = loadSprout();
  store[HOST] = new SproutHost(() => new FakeThread(engine, true) as unknown as SproutThread);
});
afterAll(() => {
  delete store[HOST];
});

const QUESTION: Message = { role: "user", content: "Tell me a story about a fox." };
const ROOM = 60;

function post(messages: Message[], parameters: ParameterValues = {}): Promise<Response> {
  return POST(jsonRequest("/api/run", { ...runBody({ parameters }), messages }));
}

async function play(messages: Message[], parameters: ParameterValues = {}): Promise<RunEvent[]> {
  return readAllEvents(
    await post(messages, { temperature: 0, seed: 7, logprobs: true, maxOutputTokens: ROOM, ...parameters }),
  );
}

function tokensIn(events: RunEvent[]): number[] {
  const told = events.flatMap((event) => (event.type === "tokens" ? event.tokens : []));
  return told.map(({ bytes }) => ids.get(bytes.join()) ?? -1);
}

function prefill(tokens: number[]): Message {
  return { role: "assistant", content: tokenizer.decode(tokens), tokens };
}

const inputOf = (events: RunEvent[]) => events.find((event) => event.type === "usage")?.input;

describe("Sprout continues exact tokens", () => {
  it("as it went on by itself, wherever the answer is cut", async () => {
    const whole = await play([QUESTION]);
    const made = tokensIn(whole);
    expect(made.length).toBeGreaterThan(30);
    expect(made).not.toContain(-1);
    for (let cut = 1; cut < made.length; cut += 7) {
      const rest = await play([QUESTION, prefill(made.slice(0, cut))], { maxOutputTokens: ROOM - cut });
      expect(tokensIn(rest)).toEqual(made.slice(cut));
      expect(tokenizer.decode(made.slice(0, cut)) + textIn(rest)).toBe(textIn(whole));
      expect(rest.at(-1)).toMatchObject({ type: "end", reason: (whole.at(-1) as { reason: string }).reason });
    }
  });

  it("one by one, where its own text would be cut into others, and a space at the end is kept", async () => {
    const letters = [...new TextEncoder().encode("Once ")].map((byte) => FIRST_BYTE + byte);
    const before = renderChat({ messages: [QUESTION] }, tokenizer).length;
    expect(inputOf(await play([QUESTION, prefill(letters)]))).toBe(before + letters.length);
    const asText = await play([QUESTION, { role: "assistant", content: "Once " }]);
    expect(inputOf(asText)).toBe(before + tokenizer.encode("Once").length);
  });

  it("from the middle of a character", async () => {
    const half = prefill([FIRST_BYTE + 0xc3]);
    expect(half.content).toBe("\uFFFD");
    expect((await play([QUESTION, half])).at(-1)?.type).toBe("end");
  });

  it("and says in the request what it was", async () => {
    const tokens = tokenizer.encode("Once upon");
    const [start] = await play([QUESTION, prefill(tokens)]);
    expect(start).toMatchObject({
      type: "start",
      body: { messages: [QUESTION, { role: "assistant", content: "Once upon", tokens }] },
    });
  });
});

describe("tokens are refused by name", () => {
  it.each([
    ["that read otherwise", { role: "assistant", content: "Twice", tokens: [FIRST_BYTE + 79] }],
    ["that read the same but for a space", { ...prefill(tokenizer.encode("Once")), content: "Once " }],
    ["that frame a turn", { role: "assistant", content: "<|end|>", tokens: [END] }],
  ] as [string, Message][])("%s", async (_, message) => {
    const [start, error, ...others] = await play([QUESTION, message]);
    expect([start?.type, others]).toEqual(["start", []]);
    expect(error).toMatchObject({
      type: "error",
      code: "wrong_tokens",
      phase: "before",
      status: 422,
      parameter: "messages.1.tokens",
      message: expect.stringContaining("messages.1.tokens") as string,
    });
  });

  it.each([
    ["on a message of the user", { ...QUESTION, tokens: [FIRST_BYTE] }, "messages.0.tokens"],
    ["when there are none", { ...prefill([FIRST_BYTE]), tokens: [] }, "messages.0.tokens"],
    [
      "when there are more than it has room for",
      prefill(Array<number>(257).fill(FIRST_BYTE)),
      "messages.0.tokens",
    ],
    ["when there is no such token", { ...prefill([FIRST_BYTE]), tokens: [1024] }, "messages.0.tokens.0"],
    ["when one is no whole number", { ...prefill([FIRST_BYTE]), tokens: [5.5] }, "messages.0.tokens.0"],
  ] as [string, Message, string][])("%s", async (_, message, path) => {
    expect(await refusalOf(await post([message]))).toMatchObject({
      status: 422,
      code: "invalid_request",
      path,
      message: expect.stringContaining("tokens") as string,
    });
  });
});
