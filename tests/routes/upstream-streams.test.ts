import { describe, expect, it, test } from "vitest";
import { isEnding, type RunEventBody } from "@/lib/run-events";
import { forgetFailures, textIn, useFakeUpstream } from "../support/play-upstream";
import { GOLDEN } from "../support/transcripts";

const rig = useFakeUpstream();

const TRANSCRIPTS = Object.entries(GOLDEN).map(([name, golden]) => ({ name, ...golden }));
const modelFor = (dialect: "chat" | "responses") =>
  dialect === "responses" ? "openai/gpt-5.5-pro" : "chat/some-model";

function endingOf(events: RunEventBody[]): string {
  const endings = events.filter(isEnding);
  expect(endings).toHaveLength(1);
  expect(events.at(-1)).toBe(endings[0]);
  const [ending] = endings;
  return ending?.type === "end" ? ending.reason : "error";
}

describe.each(TRANSCRIPTS)("$name", ({ blocks, dialect, text, reasoning, ends }) => {
  it("gives its text, its reasoning and its ending", async () => {
    rig.fake.plan({ transcript: blocks });
    const events = await rig.play({ model: modelFor(dialect) });
    expect(textIn(events)).toBe(text);
    expect(textIn(events, "reasoning")).toBe(reasoning);
    expect(endingOf(events)).toBe(ends);
    const ended = events.at(-1);
    if (ended?.type === "end") expect(events.some(({ type }) => type === "usage")).toBe(true);
  });

  it.each([1, 2, 3, 7])("is the same in slices of %i bytes", async (sliceBytes) => {
    rig.fake.plan({ transcript: blocks, sliceBytes });
    const events = await rig.play({ model: modelFor(dialect) });
    expect([textIn(events), textIn(events, "reasoning"), endingOf(events)]).toEqual([text, reasoning, ends]);
  });

  it("cut or closed after any of its events is never complete too early, and keeps what came", async () => {
    for (const how of ["cutAfter", "endAfter"] as const)
      for (let after = 1; after < blocks.length; after += 1) {
        rig.fake.plan({ transcript: blocks, [how]: after });
        forgetFailures();
        const events = await rig.play({ model: modelFor(dialect) });
        const sent = blocks.slice(0, after).join("");
        const isOver = /"finish_reason":\s*"\w|\[DONE\]|response\.(?:completed|incomplete)"/.test(sent);
        const hasFailed = /"error":|response\.failed"/.test(sent) && ends === "error";
        expect([how, after, endingOf(events)]).toEqual([
          how,
          after,
          hasFailed ? "error" : isOver ? ends : "cut",
        ]);
        expect(text.startsWith(textIn(events))).toBe(true);
        if (isOver) expect(textIn(events)).toBe(text);
      }
  });
});

test("deltas that arrive together are told together", async () => {
  rig.fake.plan({ transcript: [GOLDEN.CHAT?.blocks.join("") ?? ""] });
  const events = await rig.play();
  expect(events.filter(({ type }) => type === "text")).toHaveLength(1);
  expect(textIn(events)).toBe(GOLDEN.CHAT?.text);
});

const WITH_ODDS = TRANSCRIPTS.filter(({ name }) => name.includes("LOGPROBS"));

describe.each(WITH_ODDS)("the odds of $name", ({ blocks, dialect, text }) => {
  it.each([
    ["block by block", { transcript: blocks }],
    ["byte by byte", { transcript: blocks, sliceBytes: 1 }],
    ["all at once", { transcript: [blocks.join("")] }],
  ])("come whole, their bytes joining to the text, %s", async (_, plan) => {
    rig.fake.plan(plan);
    const events = await rig.play({
      model: modelFor(dialect),
      parameters: { logprobs: true, topLogprobs: 2 },
    });
    const tokens = events.flatMap((event) => (event.type === "tokens" ? event.tokens : []));
    const bytes = Uint8Array.from(tokens.flatMap((token) => token.bytes));
    expect(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toBe(text);
    expect(textIn(events)).toBe(text);
    for (const token of tokens) {
      expect(token).toMatchObject({ text: expect.any(String) as string, logprob: -0.25 });
      expect(token.top.map(({ logprob }) => logprob)).toEqual([-0.25, -1.5]);
      expect(token.top[0]?.bytes).toEqual(token.bytes);
    }
  });
});

test("a part of a character keeps its own bytes, not those of the text it is written as, and so do its alternatives", async () => {
  rig.fake.plan({ transcript: GOLDEN.CHAT_LOGPROBS_SPLIT?.blocks ?? [] });
  const events = await rig.play({ parameters: { logprobs: true, topLogprobs: 2 } });
  const tokens = events.flatMap((event) => (event.type === "tokens" ? event.tokens : []));
  expect(tokens.slice(1, 6).map((token) => [token.text, token.bytes, token.top[1]?.bytes])).toEqual([
    ["\\xe6\\x9c", [0xe6, 0x9c], [0xe6, 0x9c]],
    ["\\x88", [0x88], [0x8b]],
    ["bytes:\\xf0\\x9f", [0xf0, 0x9f], [0xf0, 0x9f]],
    ["\\x91", [0x91], [0x91]],
    ["\\x8b", [0x8b], [0x80]],
  ]);
});

test("what the headers tell is carried over", async () => {
  rig.fake.plan({
    transcript: GOLDEN.CHAT?.blocks ?? [],
    headers: { "x-request-id": "req_7", "x-ratelimit-remaining-tokens": "123" },
  });
  expect((await rig.play()).at(-1)).toMatchObject({
    upstream: { requestId: "req_7", rateLimits: { "remaining-tokens": "123" } },
  });
});

test("without usage there is an estimate, said to be one, and no price", async () => {
  rig.fake.plan({ transcript: GOLDEN.HF_ROUTER?.blocks ?? [] });
  const usage = (await rig.play({ model: "openai/gpt-99" })).find(({ type }) => type === "usage");
  expect(usage).toMatchObject({ source: "estimate" });
  expect(usage).not.toHaveProperty("costMicroUsd");
});

test("what OpenAI's list prices is priced, in millionths of a dollar", async () => {
  rig.fake.plan({ transcript: GOLDEN.CHAT?.blocks ?? [] });
  const usage = (await rig.play({ model: "openai/gpt-4o-mini" })).find((event) => event.type === "usage");
  expect(usage).toMatchObject({ source: "server" });
  expect(usage?.costMicroUsd).toBeGreaterThan(0);
});
