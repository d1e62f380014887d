import { expect, test } from "vitest";
import { PARAMETER_KEYS, parameterRow, type ParameterKey } from "@/lib/catalog/parameters";
import { LANGUAGES } from "@/lib/messages/languages";
import { newId } from "@/lib/new-id";
import { POST } from "@/app/api/run/route";
import { runRequestSchema } from "@/lib/run-request";
import { jsonRequest, refusalOf } from "../support/run-bodies";
import { sampleValue } from "../support/sample-values";

function bodyWith(key: string, value: unknown) {
  return {
    id: newId(),
    messages: [{ role: "user", content: "Hi" }],
    panes: [{ id: "a", model: "built-in/sprout", parameters: { [key]: value } }],
  };
}

function accepts(key: string, value: unknown): boolean {
  return runRequestSchema.safeParse(bodyWith(key, value)).success;
}

async function refusal(key: string, value: unknown, language = "en") {
  return refusalOf(
    await POST(jsonRequest("/api/run", bodyWith(key, value), { "accept-language": language })),
  );
}

type Range = { key: ParameterKey; min: number; max: number; kind: string };
const RANGES = PARAMETER_KEYS.flatMap((key): Range[] => {
  const row = parameterRow(key);
  return row.kind === "number" || row.kind === "integer"
    ? [{ key, min: row.min, max: row.max, kind: row.kind }]
    : [];
});

test.each(RANGES)("$key: the edges $min and $max are accepted", ({ key, min, max }) => {
  expect([min, max, Math.max(min, 0)].map((value) => accepts(key, value))).toEqual([true, true, true]);
});

test.each(RANGES)(
  "$key: beyond the edges is refused, naming the field and the range",
  async ({ key, min, max, kind }) => {
    const step = kind === "integer" ? 1 : 0.001;
    for (const value of [min - step, max + step, 1e308, "1", null, true, [1]]) {
      const { status, code, path, message } = await refusal(key, value);
      expect({ status, code, path }).toEqual({
        status: 422,
        code: "invalid_request",
        path: `panes.0.parameters.${key}`,
      });
      expect(message).toContain(LANGUAGES.en.messages.parameters[key].label);
      for (const edge of [min, max]) expect(message.replaceAll(",", "")).toContain(String(edge));
    }
    if (kind === "integer") expect(accepts(key, min + 0.5)).toBe(false);
  },
);

test.each(RANGES)("$key: the refusal speaks the reader's language", async ({ key, max }) => {
  expect((await refusal(key, max + 1, "zh-CN,zh;q=0.9")).message).toContain(
    LANGUAGES.zh.messages.parameters[key].label,
  );
});

test.each(PARAMETER_KEYS.map((key) => ({ key })))(
  "$key: a sample of its kind is accepted, null is not",
  ({ key }) => {
    expect(accepts(key, sampleValue(key))).toBe(true);
    expect(accepts(key, null)).toBe(false);
  },
);

const REFUSED: [ParameterKey | string, unknown, string][] = [
  ["stop", [], "stop"],
  ["stop", [""], "stop.0"],
  ["stop", ["a", "b", "c", "d", "e"], "stop"],
  ["stop", ["x".repeat(201)], "stop.0"],
  ["stop", "END", "stop"],
  ["reasoningEffort", "huge", "reasoningEffort"],
  ["logprobs", 1, "logprobs"],
  ["logitBias", { "1": 101 }, "logitBias.1"],
  ["logitBias", { x: 1 }, "logitBias.x"],
  ["logitBias", Object.fromEntries(Array.from({ length: 301 }, (_, id) => [id, 1])), "logitBias"],
  ["extraBody", { model: "other" }, "extraBody"],
  ["extraBody", { stream: false }, "extraBody"],
  ["extraBody", [], "extraBody"],
  ["jsonSchema", "x", "jsonSchema"],
  ["temprature", 1, "temprature"],
  ["n", 4, "n"],
];

test.each(REFUSED)("%s = %j is refused at %s", async (key, value, path) => {
  const refused = await refusal(key, value);
  expect(refused).toMatchObject({ status: 422, code: "invalid_request", path: `panes.0.parameters.${path}` });
  expect(refused.message.length).toBeGreaterThan(10);
});
