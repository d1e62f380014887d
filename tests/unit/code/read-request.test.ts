import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUILT_IN, type Provider } from "@/lib/catalog/providers";
import { findTarget } from "@/lib/catalog/targets";
import { chooseModel } from "@/lib/code/choose-model";
import { codeRequest } from "@/lib/code/code-request";
import { readRequest, type ReadRequest } from "@/lib/code/read-request";
import { writeCurl } from "@/lib/code/write-curl";
import { LIMITS } from "@/lib/limits";
import { loadRequest } from "@/lib/playground/load-request";
import { OPENAI, HUGGING_FACE } from "../../support/targets";
import { anyWireRequest, CODE_PROVIDERS } from "../../support/wire-requests";
import { sentBy } from "../playground/forking";
import { after, deskWith, pressing } from "../playground/support";

const ORIGIN = "http://127.0.0.1:3000";

function reading(text: string): ReadRequest {
  const read = readRequest(text);
  if ("fault" in read) throw new Error(read.fault);
  return read;
}

const chat = (more: object = {}) => ({
  model: "gpt-4o-mini",
  messages: [{ role: "user", content: "Hi" }],
  ...more,
});
const json = (more: object = {}) => JSON.stringify(chat(more));
const HI = [{ role: "user", content: "Hi" }];

describe("a curl command", () => {
  it.each<[string, string]>([
    [
      "as documentation writes it",
      `curl https://api.openai.com/v1/chat/completions \\\n  -H "Content-Type: application/json" \\\n  -H "Authorization: Bearer $OPENAI_API_KEY" \\\n  -d '${json()}'`,
    ],
    ["with Windows' line ends", `curl https://api.openai.com/v1/chat/completions \\\r\n  -d '${json()}'\r\n`],
    [
      "as Chrome copies it",
      `curl 'https://api.openai.com/v1/chat/completions' -H 'authorization: Bearer sk-x' --data-raw $'{"model":"gpt-4o-mini","messages":[{"role":"user","content":"H\\u0069"}]}' --compressed`,
    ],
    [
      "in double quotes",
      `curl https://api.openai.com/v1/chat/completions -d "${json().replaceAll('"', '\\"')}"`,
    ],
    [
      "with options together",
      `curl -sSLXPOST -H"Authorization: Bearer x" --url=https://api.openai.com/v1/chat/completions -d'${json()}' | jq .`,
    ],
    [
      "with a here-document",
      `curl https://api.openai.com/v1/chat/completions --data-binary @- <<'END'\n${json()}\nEND\n`,
    ],
    [
      "with an indented here-document",
      `curl https://api.openai.com/v1/chat/completions -d @- <<-END\n\t${json()}\n\tEND\necho`,
    ],
    [
      "behind a prompt sign and variables",
      `$ A=1 B='2 3' /usr/bin/curl https://api.openai.com/v1/chat/completions --json '${json()}' -o out.txt`,
    ],
    [
      "whose quotes stand in each other",
      `curl https://api.openai.com/v1/chat/completions -d '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"H'"i"'"}]}'`,
    ],
  ])("%s", (_, command) => {
    expect(reading(command)).toMatchObject({
      model: "gpt-4o-mini",
      url: "https://api.openai.com/v1/chat/completions",
      messages: HI,
      leftOut: [],
    });
  });

  it("tells of a key and keeps none", () => {
    const secrets = [
      `-H "Authorization: Bearer sk-CANARY"`,
      `-H 'authorization:Bearer sk-CANARY'`,
      `--header "api-key: sk-CANARY"`,
      `-H "X-Api-Key: sk-CANARY"`,
      `-u user:sk-CANARY`,
      `-b 'session=sk-CANARY'`,
      `--oauth2-bearer sk-CANARY`,
    ];
    for (const secret of secrets) {
      const read = reading(`curl https://x.example/v1 ${secret} -d '${json()}'`);
      expect([secret, read.hasKey]).toEqual([secret, true]);
      expect(JSON.stringify(read)).not.toContain("CANARY");
    }
    expect(reading(`curl https://x.example -H 'Accept: x' -d '${json()}'`).hasKey).toBe(false);
  });

  it.each([
    ["", "empty"],
    ["  \n ", "empty"],
    ["hello", "notCurl"],
    ["wget https://x.example", "notCurl"],
    ["echo curl", "notCurl"],
    ["curl https://x.example -d '{", "unclosedQuote"],
    ['curl https://x.example -d "{\\"', "unclosedQuote"],
    ["curl https://x.example", "noData"],
    ["curl https://x.example -d @body.json", "dataFromFile"],
    ["curl https://x.example -d @-", "dataFromFile"],
    ["curl https://x.example -d 'a=1' -d 'b=2'", "notJson"],
    ["curl https://x.example -d", "notJson"],
    ["{", "notJson"],
    ["null", "notCurl"],
    ["{}", "noMessages"],
    ["[]", "noMessages"],
    ['{"model":"x","prompt":"Hi"}', "noMessages"],
    ['{"messages":"Hi"}', "noMessages"],
    ['{"messages":[{"role":"tool","content":"x"}]}', "noMessages"],
    [
      JSON.stringify({ messages: [{ role: "user", content: "x".repeat(LIMITS.textCharacters + 1) }] }),
      "tooLong",
    ],
    [JSON.stringify({ messages: Array.from({ length: LIMITS.messages + 1 }, () => HI[0]) }), "tooMany"],
  ])("%.60s is none, and says why: %s", (text, fault) => expect(readRequest(text)).toEqual({ fault }));

  it("never throws, whatever is pasted", () => {
    const bits = fc.constantFrom(
      "curl ",
      "-d ",
      "'",
      '"',
      "\\",
      "$'",
      "\\x",
      "\\u00",
      "<<E\n",
      "{",
      "[",
      "}",
      ":",
      " ",
      "\n",
      '"messages":',
      "null",
      "1",
      "@-",
      "--",
      "-",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(bits, { maxLength: 30 }).map((all) => all.join("")),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          expect(() => readRequest(text)).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });
});

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

describe("whose model it is", () => {
  const providers: Provider[] = [BUILT_IN, OPENAI, HUGGING_FACE, ...CODE_PROVIDERS.slice(2)];
  const chosen = (model: string, url?: string, pane = "built-in/sprout") =>
    chooseModel({ model, ...(url ? { url } : {}) }, pane, providers, ORIGIN);

  it.each([
    ["gpt-4o-mini", "https://api.openai.com/v1/chat/completions", "openai/gpt-4o-mini"],
    ["gpt-4o-mini", "api.openai.com/v1/chat/completions", "openai/gpt-4o-mini"],
    [
      "openai/gpt-oss-20b",
      "https://router.huggingface.co/v1/chat/completions",
      "huggingface/openai/gpt-oss-20b",
    ],
    ["llama", "$MY_VLLM_BASE_URL/chat/completions", "my-vllm/llama"],
    ["llama", "${MY_VLLM_BASE_URL}/chat/completions", "my-vllm/llama"],
    ["built-in/sprout", `${ORIGIN}/api/v1/chat/completions`, "built-in/sprout"],
    ["x", "https://elsewhere.example/v1/chat/completions", undefined],
    ["gone/x", `${ORIGIN}/api/v1/chat/completions`, undefined],
    ["a b", "https://api.openai.com/v1", undefined],
  ])("%s at %s is %s", (model, url, id) => expect(chosen(model, url)).toBe(id));

  it("is read from its own id, from the pane, or is OpenAI's, where there is no address", () => {
    expect(chosen("built-in/sprout")).toBe("built-in/sprout");
    expect(chosen("sprout", undefined, "openai/x")).toBe("built-in/sprout");
    expect(chosen("gpt-4o-mini")).toBe("openai/gpt-4o-mini");
    expect(chosen("llama", undefined, "my-vllm/other")).toBe("my-vllm/llama");
    expect(chosen("meta/llama", undefined, "huggingface/x")).toBe("huggingface/meta/llama");
  });
});

it("Fader's own curl command comes back as the request it was made of, and runs as that did", () => {
  fc.assert(
    fc.property(anyWireRequest, fc.integer({ min: 1, max: 2 }), ({ model, body, prompt }, panes) => {
      // What stands in the extra body has no parameter of its own.
      fc.pre(prompt.parameters.extraBody === undefined);
      const read = reading(writeCurl(codeRequest({ model, body }, CODE_PROVIDERS, ORIGIN)));
      expect(read.leftOut).toEqual([]);
      const id = chooseModel(read, "built-in/sprout", CODE_PROVIDERS, ORIGIN);
      expect(id).toBe(model);
      const loaded = { ...read, ...(id ? { model: id } : {}) };
      let made = 0;
      const desk = loadRequest(deskWith(panes), "p1", loaded, () => `t${(made += 1)}`);
      expect(sentBy(after(desk, pressing(["p1"])), "p1", findTarget(model, CODE_PROVIDERS))).toEqual(body);
    }),
    { numRuns: 500 },
  );
});
