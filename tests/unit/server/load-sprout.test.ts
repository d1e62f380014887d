import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ParameterValues } from "@/lib/catalog/parameters";
import { AppError } from "@/lib/errors";
import type { EndReason, RunToken } from "@/lib/run-events";
import { loadSprout } from "@/lib/server/sprout/load-sprout";
import type { SproutEngine } from "@/lib/server/sprout/round-robin";
import { layoutOf, type ModelShape } from "@/lib/tiny-model/model-shape";
import { END } from "@/lib/tiny-model/special-tokens";
import { encodeWeights } from "@/lib/tiny-model/weights-file";

/** A model of bytes only that knows nothing: the way in and out is tested here, not what is said. */
const SHAPE: ModelShape = { vocabularySize: 261, width: 16, layers: 1, heads: 2, contextTokens: 64 };

let folder = "";
let engine: SproutEngine;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fader-sprout-"));
  mkdirSync(join(folder, "public", "sprout"), { recursive: true });
  const parameters = Float32Array.from({ length: layoutOf(SHAPE).length }, (_, at) => Math.sin(at * 12.9898));
  writeFileSync(join(folder, "public", "sprout", "weights.bin"), encodeWeights(SHAPE, parameters));
  writeFileSync(
    join(folder, "public", "sprout", "tokenizer.json"),
    JSON.stringify({ version: 1, merges: [], words: [] }),
  );
  const cwd = vi.spyOn(process, "cwd").mockReturnValue(folder);
  engine = loadSprout();
  cwd.mockRestore();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function answer(parameters: ParameterValues, { content = "Hi", seed = 1 } = {}) {
  const { input, steps } = engine({
    system: "",
    messages: [{ role: "user", content }],
    parameters: { logitBias: { [END]: -100 }, ...parameters },
    seed,
  });
  const tokens: (RunToken | undefined)[] = [];
  let text = "";
  for (;;) {
    const step = steps.next();
    if (step.done) return { input, text, tokens, reason: step.value as EndReason };
    text += step.value.text;
    tokens.push(step.value.token);
  }
}

function refusal(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    return error as AppError;
  }
  throw new Error("was not refused");
}

test("the same seed writes the same, another seed something else", () => {
  const [first, again, other] = [answer({}, { seed: 3 }), answer({}, { seed: 3 }), answer({}, { seed: 4 })];
  expect(again).toEqual(first);
  expect(other.text).not.toBe(first.text);
});

test("writes as many tokens as asked for, or until the room is full", () => {
  expect(answer({ maxOutputTokens: 5 })).toMatchObject({ reason: "length", input: 6 });
  expect(answer({ maxOutputTokens: 5 }).tokens).toHaveLength(5);
  expect(answer({}).tokens).toHaveLength(SHAPE.contextTokens - 6);
});

test("tells the odds when asked, as finite numbers only", () => {
  expect(answer({ maxOutputTokens: 3 }).tokens).toEqual([undefined, undefined, undefined]);
  expect(answer({ maxOutputTokens: 3, topLogprobs: 5 }).tokens).toEqual([undefined, undefined, undefined]);
  const { tokens } = answer({ maxOutputTokens: 8, logprobs: true, topLogprobs: 20, topK: 1 });
  for (const token of tokens) {
    expect(token?.top).toHaveLength(20);
    expect(token?.shapedLogprob).toBeCloseTo(0);
    expect(JSON.parse(JSON.stringify(token))).toEqual(token);
    expect(token?.top.filter(({ shapedLogprob }) => shapedLogprob === undefined)).toHaveLength(19);
  }
});

test("a text that leaves no room is refused with the figures", () => {
  const refused = refusal(() => answer({ maxOutputTokens: 50 }, { content: "twelve bytes" }));
  expect(refused).toMatchObject({
    code: "context_overflow",
    detail: { values: { promptTokens: 16, maxTokens: 50, contextTokens: 64 } },
  });
  expect(answer({ maxOutputTokens: 48 }, { content: "twelve bytes" }).tokens).toHaveLength(48);
});

test("a text that could never fit is refused without the work of encoding it whole", () => {
  const startedAt = performance.now();
  const refused = refusal(() => answer({}, { content: "a".repeat(100_000) }));
  expect(refused).toMatchObject({
    code: "context_overflow",
    detail: { values: { promptTokens: 100_000, contextTokens: 64 } },
  });
  expect(performance.now() - startedAt).toBeLessThan(1000);
});
