import { expect, test } from "vitest";
import { BUILT_IN } from "@/lib/catalog/providers";
import type { ParameterValues } from "@/lib/catalog/parameters";
import type { ModelEntry } from "@/lib/models-list";
import { ceilingOf, ceilingTimes, followedLengths } from "@/lib/playground/ceiling";
import type { Desk } from "@/lib/playground/experiment";
import { OPENAI } from "../../support/targets";
import { after, deskWith, played } from "./support";

const PROVIDERS = [BUILT_IN, OPENAI];
const PRICED: ModelEntry = {
  id: "openai/gpt-4o-mini",
  label: "gpt-4o-mini",
  provider: "openai",
  price: { input: 150_000, output: 600_000 },
};

function desk(...panes: { model: string; parameters?: ParameterValues }[]): Desk {
  const made = deskWith(panes.length);
  const message = "x".repeat(400);
  return {
    ...made,
    experiment: {
      ...made.experiment,
      message,
      panes: made.experiment.panes.map((pane, index) => ({ ...pane, parameters: {}, ...panes[index] })),
    },
  };
}

const SPROUT_PANE = { model: "built-in/sprout" };
const capped = { model: PRICED.id, parameters: { maxOutputTokens: 1000 } };

test("Sprout is free, and never writes more than its room", () => {
  expect(ceilingOf(desk(SPROUT_PANE, SPROUT_PANE), PROVIDERS, [])).toEqual({
    kind: "free",
    outputTokens: 512,
  });
});

test("a capped pane has a ceiling: its prompt by its bytes, its answer by max tokens", () => {
  const ceiling = ceilingOf(desk(SPROUT_PANE, capped), PROVIDERS, [PRICED]);
  expect(ceiling).toMatchObject({ kind: "atMost", outputTokens: 1256 });
  // 400 bytes and two envelopes in at 0.15, 1,000 tokens out at 0.60 dollars a million.
  expect(ceiling.kind === "atMost" && ceiling.microUsd).toBe(
    Math.ceil((432 * 150_000 + 1000 * 600_000) / 1_000_000),
  );
});

test("without max tokens there is none, and one unknown price makes the sum unknown", () => {
  expect(ceilingOf(desk({ model: PRICED.id }), PROVIDERS, [PRICED])).toEqual({
    kind: "open",
    outputTokens: 0,
  });
  expect(ceilingOf(desk(capped, { model: "openai/new" }), PROVIDERS, [PRICED])).toMatchObject({
    kind: "unknown",
  });
  expect(ceilingOf(desk({ model: "nobody/x" }), PROVIDERS, [PRICED])).toMatchObject({ kind: "unknown" });
});

test("so many runs cost so many times as much at most; what has no ceiling has none however often", () => {
  const once = ceilingOf(desk(capped), PROVIDERS, [PRICED]);
  expect(ceilingTimes(once, 40)).toEqual({
    ...once,
    microUsd: 40 * (once.kind === "atMost" ? once.microUsd : Number.NaN),
  });
  const open = ceilingOf(desk({ model: PRICED.id }), PROVIDERS, [PRICED]);
  expect(ceilingTimes(open, 40)).toEqual(open);
});

test("an answer that the message follows is sent along, and counts", () => {
  const answered = played(desk(capped), { p1: "y".repeat(1000) });
  const cost = (message: string) => {
    const ceiling = ceilingOf(after(answered, { type: "setMessage", text: message }), PROVIDERS, [PRICED]);
    return ceiling.kind === "atMost" ? ceiling.microUsd : Number.NaN;
  };
  // 1,000 bytes, an envelope and a letter more in, at 0.15 dollars a million.
  expect(cost("z") - cost("")).toBeCloseTo((1017 * 150_000) / 1_000_000, -1);
  expect(followedLengths(answered)).toBe("0");
  expect(followedLengths(after(answered, { type: "setMessage", text: "z" }))).toBe("1000");
});
