import { describe, expect, it } from "vitest";
import type { DeskAction } from "@/lib/playground/actions";
import { hasAnswered, sameRequest, toRunRequest } from "@/lib/playground/play";
import { after, answering, deskWith, played, pressing } from "./support";

describe("a series", () => {
  const first = pressing(["p1", "p2"], { series: "s" });
  const begun = after(
    deskWith(2, "Hello"),
    { type: "setParameter", pane: "p1", key: "temperature", value: 0.5 },
    first,
    answering(first.press.runId, "p1", "Hi"),
    answering(first.press.runId, "p2", "Ho"),
  );
  const request = toRunRequest(begun, first.press);
  /** Written, moved and chosen while the series goes on. */
  const meddled = after(
    begun,
    { type: "setMessage", text: "half a thou" },
    { type: "setParameter", pane: "p1", key: "temperature", value: 2 },
    { type: "setModel", pane: "p2", model: "openai/gpt-4o" },
    { type: "setSystem", text: "Shout." },
  );
  const later = pressing(["p1", "p2"], { series: "s" });
  const going = after(meddled, later);

  it("plays the same again, whatever is written or moved meanwhile", () => {
    expect(going.experiment.message).toBe("half a thou");
    expect(going.experiment.turns.map(({ content }) => content)).toEqual(["Hello"]);
    expect(sameRequest(request, going, later.press)).toEqual({ ...request, id: later.press.runId });
  });

  it("notes each run with the settings it was made with", () => {
    const [one, two] = [going.runs.p1?.records, going.runs.p2?.records];
    expect(one?.map(({ parameters }) => parameters.temperature)).toEqual([0.5, 0.5]);
    expect(two?.map(({ model }) => model)).toEqual(["built-in/sprout", "built-in/sprout"]);
    expect(one?.[1]?.answersTurn).toBe(one?.[0]?.answersTurn);
  });

  it("takes up what was written and moved when the next one begins", () => {
    const next = after(meddled, pressing(["p1", "p2"], { series: "t" }));
    expect(next.experiment.message).toBe("");
    expect(next.runs.p1?.records.at(-1)?.parameters.temperature).toBe(2);
  });

  it("leaves out panes that left it, and what was refused since", () => {
    const refusing = after(begun, {
      type: "events",
      runId: first.press.runId,
      events: [
        {
          pane: "p1",
          type: "start",
          attempt: 2,
          provider: "built-in",
          model: "built-in/sprout",
          body: {},
          dropped: [{ parameter: "temperature", code: "refused", reason: "" }],
        },
      ],
    });
    const again = sameRequest(request, refusing, { ...later.press, panes: ["p1"] });
    expect(again.panes).toEqual([{ ...request.panes[0], refused: ["temperature"] }]);
  });
});

describe("a press", () => {
  it("has answered unless every pane failed", () => {
    const press = pressing(["p1", "p2"]);
    const { runId } = press.press;
    const failing = (pane: string): DeskAction => ({
      type: "events",
      runId,
      events: [{ pane, type: "error", code: "bad_key", phase: "before", message: "", retryable: false }],
    });
    const one = after(deskWith(2, "x"), press, failing("p1"), answering(runId, "p2", "Hi"));
    expect(hasAnswered(one, press.press)).toBe(true);
    const none = after(deskWith(2, "x"), press, failing("p1"), failing("p2"));
    expect(hasAnswered(none, press.press)).toBe(false);
    expect(hasAnswered(played(deskWith(2, "x"), { p1: "another's" }), press.press)).toBe(false);
  });
});
