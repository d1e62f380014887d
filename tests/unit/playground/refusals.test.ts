import { expect, test } from "vitest";
import { deskReducer } from "@/lib/playground/desk-reducer";
import { refusalsOf, type Desk } from "@/lib/playground/experiment";
import { toRunRequest } from "@/lib/playground/play";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import type { RunEventBody } from "@/lib/run-events";
import { deskWith } from "./support";

const MODEL = "built-in/sprout";
const refusing: RunEventBody = {
  type: "start",
  attempt: 2,
  provider: "built-in",
  model: MODEL,
  body: {},
  dropped: [
    { parameter: "temperature", code: "refused", reason: "…" },
    { parameter: "topK", code: "notTaken", reason: "…" },
  ],
};

function learned(): Desk {
  return deskReducer(deskWith(1), { type: "events", runId: "r", events: [{ ...refusing, pane: "p1" }] });
}

test("a refusal is learned from the start of a second attempt, and sent along with the next run", () => {
  const desk = learned();
  expect(refusalsOf(desk, MODEL)).toEqual(["temperature"]);
  expect(refusalsOf(desk, "other/model")).toEqual([]);
  const press = { runId: "6b0c3d9e-3b7f-4a52-9d55-0a7c9d4b1f10", panes: ["p1"], startedAt: 0 };
  expect(toRunRequest(desk, press).panes[0]?.refused).toEqual(["temperature"]);
  expect(toRunRequest(deskWith(1), press).panes[0]).not.toHaveProperty("refused");
});

test("it is forgotten when the parameter is changed or sent again, or when the effort is", () => {
  const set = (key: "temperature" | "topP" | "reasoningEffort", value: number | "none") =>
    refusalsOf(deskReducer(learned(), { type: "setParameter", pane: "p1", key, value }), MODEL);
  expect(set("topP", 0.5)).toEqual(["temperature"]);
  expect(set("temperature", 0.7)).toEqual([]);
  expect(set("reasoningEffort", "none")).toEqual([]);
  const again = deskReducer(learned(), { type: "sendAgain", model: MODEL, key: "temperature" });
  expect(refusalsOf(again, MODEL)).toEqual([]);
});

test("it lives for this session only", () => {
  expect(writeStoredDesk(learned(), "writer", 0)).not.toContain("refusals");
});
