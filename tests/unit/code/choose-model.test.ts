import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUILT_IN, type Provider } from "@/lib/catalog/providers";
import { findTarget } from "@/lib/catalog/targets";
import { chooseModel } from "@/lib/code/choose-model";
import { codeRequest } from "@/lib/code/code-request";
import { writeCurl } from "@/lib/code/write-curl";
import { loadRequest } from "@/lib/playground/load-request";
import { OPENAI, HUGGING_FACE } from "../../support/targets";
import { anyWireRequest, CODE_PROVIDERS } from "../../support/wire-requests";
import { sentBy } from "../playground/forking";
import { after, deskWith, pressing } from "../playground/support";
import { reading } from "./reading";

const ORIGIN = "http://127.0.0.1:3000";

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
