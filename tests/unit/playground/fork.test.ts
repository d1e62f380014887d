import { describe, expect, it } from "vitest";
import type { DeskAction } from "@/lib/playground/actions";
import { withExamples } from "@/lib/playground/examples";
import { findPane, MAX_PANES, type Desk, type Turn } from "@/lib/playground/experiment";
import { firstDesk } from "@/lib/playground/first-visit";
import { forkStart, forkVerdict } from "@/lib/playground/fork";
import { toRunRequest } from "@/lib/playground/play";
import type { Message } from "@/lib/run-request";
import { targetIn } from "../../support/targets";
import { add, after, answered, FORK, sentBy, SPROUT } from "./forking";
import { deskWith, pressing } from "./support";

const user = (id: string, content = id): Turn => ({ id, role: "user", content });

describe("a fork", () => {
  const told = answered(after(deskWith(2), add(user("a", "Go"))), "p1", "One day");

  it("is a selected copy whose own turns are the beginning alone; shared turns stay shared", () => {
    const set = after(
      told,
      { type: "setParameter", pane: "p1", key: "temperature", value: 0 },
      { type: "setPaneSystem", pane: "p2", text: "Mine" },
    );
    const forked = after(set, FORK);
    expect(forked.experiment.turns).toEqual(told.experiment.turns);
    expect(findPane(forked, "f")).toEqual({
      ...findPane(set, "p1"),
      id: "f",
      turns: [{ id: "f1", role: "assistant", content: "On" }],
    });
    expect(forked.selected).toBe("f");
    expect(forked.runs).toBe(set.runs);
    expect(forked.experiment.panes.slice(0, 2)).toEqual(set.experiment.panes);
  });

  it("carries the exact tokens to the model, and into the next fork", () => {
    const forked = after(told, { ...FORK, tokens: [84] });
    expect(sentBy(forked, "f").messages).toEqual([
      { role: "user", content: "Go" },
      { role: "assistant", content: "On", tokens: [84] },
    ]);
    const twice = after(answered(forked, "f", "ce upon"), {
      ...{ ...FORK, pane: "f", id: "g", turnIds: ["g1", "g2"] },
      ...{ text: "ly", tokens: [9, 10] },
    });
    expect(sentBy(twice, "g").messages).toEqual([
      { role: "user", content: "Go" },
      { role: "assistant", content: "Only", tokens: [84, 9, 10] },
    ]);
  });

  it("of a recorded example takes the message along that was never sent, and leaves it in its box", () => {
    const first = withExamples(firstDesk("Two"));
    const forked = after(first, { ...FORK, text: "The cat sat on the roof" });
    expect(findPane(forked, "f").turns.map(({ role, content }) => [role, content])).toEqual([
      ["user", first.experiment.message],
      ["assistant", "The cat sat on the roof"],
    ]);
    expect(forked.experiment).toMatchObject({ message: first.experiment.message, turns: [] });
  });

  it("says what the answer was told, not what the system prompt is now", () => {
    const spoken = answered(after(told, { type: "setSystem", text: "Be kind." }), "p1", "Two");
    expect(findPane(after(spoken, FORK), "f")).not.toHaveProperty("system");
    const changed = after(spoken, { type: "setSystem", text: "Be rude." }, FORK);
    expect(findPane(changed, "f").system).toBe("Be kind.");
    expect(findPane(after(told, { type: "setSystem", text: "Be rude." }, FORK), "f").system).toBe("");
  });

  it("takes a blank system prompt for none", () => {
    const blank = answered(after(told, { type: "setSystem", text: "  " }), "p1", "Two");
    expect(findPane(after(blank, FORK), "f")).not.toHaveProperty("system");
  });

  it("of a shared prefill holds only what the pane itself made of it", () => {
    const prefilled = after(told, add({ id: "b", role: "assistant", content: "The", tokens: [1, 2, 3] }));
    const one = after(answered(prefilled, "p1", " cat"), FORK);
    expect(findPane(one, "f").turns).toEqual([{ id: "f1", role: "assistant", content: "On" }]);
    const own = add({ id: "c", role: "assistant", content: " cat", tokens: [4, 5] }, "p1");
    const two = after(answered(after(prefilled, own), "p1", " sat"), FORK);
    expect(findPane(two, "f").turns).toEqual([
      { id: "f1", role: "assistant", content: " cat", tokens: [4, 5] },
      { id: "f2", role: "assistant", content: "On" },
    ]);
    const retyped = [" ", "The"].map((content): DeskAction => ({ type: "editTurn", id: "b", content }));
    expect(forkStart(after(answered(prefilled, "p1", " cat"), ...retyped), "p1")).toBeUndefined();
  });

  describe("of an answer to a prefill that was typed", () => {
    const EXACT = { ...FORK, text: " sat", tokens: [9], given: [7, 8] };
    const typed: Turn = { id: "t", role: "assistant", content: "The cat" };
    const whole = [user("a", "Go"), { ...typed, content: "The cat sat", tokens: [7, 8, 9] }];

    it.each([
      ["its own", add(typed, "p1")],
      ["a shared one", add(typed)],
    ])("keeps exact tokens, %s", (_, prefill) => {
      const spoken = answered(after(deskWith(2), add(user("a", "Go")), prefill), "p1", " sat down");
      const forked = after(spoken, EXACT);
      expect(sentBy(forked, "f").messages).toEqual(whole.map(({ id: _id, ...message }) => message));
      // What the other panes say has not changed.
      expect(sentBy(forked, "p2")).toMatchObject({
        messages: (sentBy(spoken, "p2").messages as Message[]).map((message) =>
          expect.objectContaining(message),
        ),
      });
      expect(forkStart(forked, "p1")).toBeDefined();
    });

    it("notes none where they are another's too, or its own are not known", () => {
      const begun = after(deskWith(2), add(user("a", "Go")), add({ ...typed, content: "The" }));
      const both = answered(
        after(begun, add({ ...typed, id: "u", content: " cat" }, "p1")),
        "p1",
        " sat down",
      );
      for (const forked of [after(both, EXACT), after(both, { ...EXACT, tokens: undefined })])
        expect(sentBy(forked, "f").messages).toEqual([
          { role: "user", content: "Go" },
          { role: "assistant", content: "The cat sat" },
        ]);
    });
  });

  it("is of the run on show, whichever that is", () => {
    const later = answered(after(told, add(user("own", "More"), "p1")), "p1", "Two");
    const contents = (desk: Desk) => findPane(desk, "f").turns.map(({ content }) => content);
    expect(contents(after(later, FORK))).toEqual(["More", "On"]);
    expect(contents(after(later, { type: "showRun", pane: "p1", index: 0 }, FORK))).toEqual(["On"]);
  });

  it("is not made beyond the most panes, of no answer, or when shared turns have changed", () => {
    let full = told;
    for (let made = 3; made <= MAX_PANES; made += 1)
      full = after(full, { type: "addPane", id: `p${made}`, from: "p1" });
    const changed = after(told, { type: "editTurn", id: "a", content: "Stop" });
    for (const desk of [full, changed, after(told, add(user("b"))), deskWith(1, "x")]) {
      expect(after(desk, FORK)).toBe(desk);
    }
    expect(forkStart(changed, "p1")).toBeUndefined();
    expect([full, changed, told].map((desk) => forkVerdict(desk, "p1", SPROUT))).toEqual([
      "forkFull",
      "forkChanged",
      "forkHere",
    ]);
  });

  it.each([
    ["sprout", "forkHere"],
    ["vllm", "forkHere"],
    ["huggingface", "forkUnsure"],
    ["openai", "forkNot"],
    ["responses", "forkNot"],
  ] as const)("of a model behind %s: %s", (dialect, verdict) => {
    expect(forkVerdict(told, "p1", targetIn(dialect))).toBe(verdict);
    expect(forkVerdict(told, "p1", undefined)).toBe("forkUnsure");
  });

  it("runs without the Message box, which keeps its text for later", () => {
    const typed = after(told, FORK, { type: "setMessage", text: "Later" });
    const desk = answered(typed, "f", "ce");
    expect(desk.experiment).toEqual(typed.experiment);
    const next = pressing(["f"]);
    const pressed = after(desk, next);
    expect(toRunRequest(pressed, next.press).panes[0]?.messages).toEqual([
      { role: "user", content: "Go" },
      { role: "assistant", content: "Once" },
      { role: "user", content: "Later" },
    ]);
  });
});
