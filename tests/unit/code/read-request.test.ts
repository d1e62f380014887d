import { describe, expect, it } from "vitest";
import { HI, json, reading } from "./reading";

describe("what is taken", () => {
  it("is every parameter of the catalog by every name it has, and what is not is named", () => {
    const read = reading(
      json({
        temperature: 0.5,
        max_completion_tokens: 9,
        repeat_penalty: 1.1,
        stop: "END",
        seed: 7,
        logprobs: false,
        top_p: null,
        response_format: {
          type: "json_schema",
          json_schema: { name: "mine", strict: false, schema: { type: "object" } },
        },
        stream: false,
        n: 1,
        max_tokens: 5,
        presence_penalty: 3,
        top_k: -1,
        logit_bias: { "1": 500 },
        tools: [{}],
        user: "me",
        metadata: {},
        stream_options: { include_usage: true },
        __proto__: null,
      }),
    );
    expect(read.parameters).toEqual({
      temperature: 0.5,
      maxOutputTokens: 5,
      repetitionPenalty: 1.1,
      stop: ["END"],
      seed: 7,
      responseFormat: "json_schema",
      jsonSchema: { type: "object" },
    });
    expect(read.leftOut).toEqual(
      expect.arrayContaining([
        { name: "response_format.json_schema.strict", why: "notCarried" },
        { name: "max_completion_tokens", why: "sameMeaning" },
        { name: "presence_penalty", problem: { kind: "atMost", limit: 2 } },
        { name: "top_k", problem: { kind: "atLeast", limit: 0 } },
        { name: "logit_bias.1", problem: { kind: "atMost", limit: 100 } },
        { name: "tools", why: "notCarried" },
        { name: "user", why: "notCarried" },
      ]),
    );
    expect(read.leftOut).toHaveLength(7);
  });

  it("is a request in the Responses format", () => {
    const read = reading(
      JSON.stringify({
        model: "gpt-5-pro",
        instructions: "Be brief.",
        input: [
          { role: "developer", content: "In English." },
          { type: "message", role: "user", content: [{ type: "input_text", text: "Hi" }] },
          { role: "assistant", content: [{ type: "output_text", text: "Ho", annotations: [] }] },
          { type: "function_call", name: "f" },
        ],
        reasoning: { effort: "high", summary: "auto" },
        text: {
          verbosity: "low",
          format: { type: "json_schema", name: "x", strict: true, schema: { type: "object" } },
        },
        include: ["message.output_text.logprobs", "reasoning.encrypted_content"],
        max_output_tokens: 20,
        store: false,
        stream: true,
      }),
    );
    expect(read).toMatchObject({
      system: "Be brief.\n\nIn English.",
      messages: [...HI, { role: "assistant", content: "Ho" }],
      parameters: {
        reasoningEffort: "high",
        verbosity: "low",
        responseFormat: "json_schema",
        jsonSchema: { type: "object" },
        logprobs: true,
        maxOutputTokens: 20,
      },
    });
    expect(read.leftOut).toEqual([
      { name: "input.3", why: "otherRole" },
      { name: "reasoning.summary", why: "notCarried" },
      { name: "include", why: "notCarried" },
    ]);
    expect(reading('{"model":"x","input":"Hi"}').messages).toEqual(HI);
  });

  it("is text alone, in the order that a conversation has", () => {
    const read = reading(
      JSON.stringify([
        { role: "system", content: "One" },
        { role: "developer", content: [{ type: "text", text: "Two" }] },
        {
          role: "user",
          name: "Ann",
          content: [{ type: "text", text: "A" }, { type: "image_url" }, { type: "text", text: "B" }],
        },
        { role: "assistant", content: null, tool_calls: [{}] },
        { role: "tool", content: "x" },
        { role: "system", content: "Late" },
        { role: "user", content: [{ type: "image_url" }] },
        { role: "assistant", content: "On", tokens: [79, 110] },
        { role: "assistant", content: "On", tokens: [-1] },
        "Hi",
      ]),
    );
    expect(read.system).toBe("One\n\nTwo");
    expect(read.messages).toEqual([
      { role: "user", content: "A\nB" },
      { role: "assistant", content: "On", tokens: [79, 110] },
      { role: "assistant", content: "On" },
    ]);
    expect(read.leftOut).toEqual([
      { name: "messages.2.name", why: "notCarried" },
      { name: "messages.2.content.1", why: "notText" },
      { name: "messages.3.tool_calls", why: "notCarried" },
      { name: "messages.3.content", why: "notText" },
      { name: "messages.4", why: "otherRole" },
      { name: "messages.5", why: "lateSystem" },
      { name: "messages.6.content.0", why: "notText" },
      { name: "messages.9", why: "notText" },
    ]);
  });

  it("is no key through which a prototype could be reached", () => {
    const read = reading(
      '{"messages":[{"role":"user","content":"Hi","__proto__":{"x":1}}],"__proto__":{"y":1},"response_format":{"type":"json_schema","json_schema":{"schema":{"type":"object","properties":{"__proto__":{"type":"string"}}}}}}',
    );
    expect(read.leftOut.map(({ name }) => name).toSorted()).toEqual(
      ["__proto__", "messages.0.__proto__", "response_format.json_schema"].toSorted(),
    );
    expect(({} as { x?: number; y?: number }).x).toBeUndefined();
  });
});
