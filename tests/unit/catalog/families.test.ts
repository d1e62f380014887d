import { describe, expect, it, test } from "vitest";
import { FAMILIES, findFamily, isChatModel } from "@/lib/catalog/families";
import { PARAMETERS, type ParameterKey, type ParameterValues } from "@/lib/catalog/parameters";
import { PROVIDERS } from "@/lib/catalog/providers";
import { choicesOf, support } from "@/lib/catalog/support";
import { findTarget } from "@/lib/catalog/targets";
import { HUGGING_FACE, openaiModel } from "../../support/targets";

function verdict(model: string, key: ParameterKey, values: ParameterValues = {}): string {
  return support(key, openaiModel(model), { [key]: 0.5, ...values }).support;
}

describe("temperature", () => {
  it.each(["gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4o-2024-08-06", "ft:gpt-4o-mini-2024-07-18:org:name:id"])(
    "%s takes it whatever else is set",
    (model) => expect(verdict(model, "temperature")).toBe("supported"),
  );
  it.each(["gpt-5", "gpt-5-mini", "o3", "gpt-6-astra", "gpt-6.1-sol", "gpt-6.2-sol", "gpt-5.5-pro"])(
    "%s never takes it",
    (model) => {
      expect(verdict(model, "temperature")).toBe("unsupported");
      expect(verdict(model, "temperature", { reasoningEffort: "low" })).toBe("unsupported");
    },
  );
  it.each(["gpt-5.2", "gpt-5.4-nano", "gpt-5.5", "gpt-5.6-luna", "gpt-6-sol", "gpt-6.1-terra"])(
    "%s takes it only with reasoning effort none, said out loud",
    (model) => {
      expect(verdict(model, "temperature")).toBe("conditional");
      expect(verdict(model, "temperature", { reasoningEffort: "low" })).toBe("conditional");
      expect(verdict(model, "temperature", { reasoningEffort: "none" })).toBe("supported");
      expect(verdict(model, "topLogprobs", { reasoningEffort: "none", logprobs: true })).toBe("supported");
      expect(verdict(model, "topLogprobs", { logprobs: true })).toBe("conditional");
    },
  );
  it("gpt-5.1 takes it by default too, since none is its default", () => {
    expect(verdict("gpt-5.1", "temperature")).toBe("supported");
    expect(verdict("gpt-5.1", "temperature", { reasoningEffort: "low" })).toBe("conditional");
  });
  it.each(["gpt-99", "some-new-thing", "gpt-5x", "o9"])("%s is unknown, so everything is allowed", (model) =>
    expect(verdict(model, "temperature")).toBe("supported"),
  );
});

test("what a family does not take is also not there for the words of a choice", () => {
  expect(choicesOf("reasoningEffort", openaiModel("gpt-5"))).toEqual(["minimal", "low", "medium", "high"]);
  expect(choicesOf("reasoningEffort", openaiModel("gpt-99"))).toEqual(PARAMETERS.reasoningEffort.values);
  expect(support("reasoningEffort", openaiModel("gpt-5"), { reasoningEffort: "none" })).toEqual({
    support: "conditional",
    reason: "valueNotTaken",
    values: { choices: "minimal, low, medium, high" },
  });
  expect(support("reasoningEffort", openaiModel("gpt-4o"), {}).support).toBe("unsupported");
});

test.each([
  "gpt-5-pro",
  "gpt-5.2-pro",
  "o3-pro",
  "o4-mini-deep-research",
  "gpt-5.3-codex",
  "codex-mini-latest",
])("%s lives in Responses only", (model) => expect(openaiModel(model).dialect).toBe("responses"));

test("a model pinned to a provider of the router that refuses logprobs says so", () => {
  const model = (suffix: string) => findTarget(`huggingface/org/name${suffix}`, [HUGGING_FACE]);
  expect(support("logprobs", model(":groq"), {}).support).toBe("unsupported");
  expect(support("logprobs", model(""), {}).support).toBe("mayBeIgnored");
  expect(support("topLogprobs", model(""), { logprobs: true, topLogprobs: 9 })).toMatchObject({
    reason: "outOfRange",
    values: { min: 0, max: 5 },
  });
});

test("every row names parameters of the catalog, and words that they have", () => {
  for (const { refuses = [], needs = {}, values = {} } of FAMILIES) {
    for (const key of [...refuses, ...Object.keys(needs)]) expect(Object.keys(PARAMETERS)).toContain(key);
    for (const [key, words] of Object.entries(values)) {
      const row = PARAMETERS[key as "reasoningEffort"];
      for (const word of words) expect(row.values).toContain(word);
    }
  }
  expect(findFamily("ollama", "gpt-5")).toBeUndefined();
});

test("the picker leaves out what writes no text", () => {
  const shown = ["gpt-4o", "gpt-5.5-pro", "o3"];
  const hidden = [
    "text-embedding-3-small",
    "whisper-1",
    "gpt-4o-mini-tts",
    "omni-moderation-latest",
    "sora-2",
    "gpt-image-1",
  ];
  expect([...shown, ...hidden].filter((id) => isChatModel(PROVIDERS.openai, id))).toEqual(shown);
  expect(isChatModel({ ...PROVIDERS.openai, dialect: "chat" }, "embedding-model")).toBe(true);
});
