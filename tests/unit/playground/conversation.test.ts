import { describe, expect, it } from "vitest";
import { historyOf, lastSharedUserTurn, standingAnswer, toMessages } from "@/lib/playground/conversation";
import { findPane, type Desk } from "@/lib/playground/experiment";
import { canPlay, toRunRequest } from "@/lib/playground/play";
import { after, answering, deskWith, played, pressing } from "./support";

const contents = (desk: Desk, pane: string) =>
  historyOf(desk, findPane(desk, pane)).map((turn) => `${turn.role[0]}:${turn.content}`);

describe("Run", () => {
  it("makes the message a shared turn and clears the box", () => {
    const desk = after(deskWith(2, "Hello"), pressing(["p1", "p2"]));
    expect(desk.experiment.message).toBe("");
    expect(desk.experiment.turns.map((turn) => turn.content)).toEqual(["Hello"]);
    expect(contents(desk, "p2")).toEqual(["u:Hello"]);
  });

  it("plays the turns as they stand when the message is empty", () => {
    const once = played(deskWith(1, "Hello"), { p1: "Hi" });
    const press = pressing(["p1"]);
    const twice = after(once, press);
    expect(toRunRequest(twice, press.press).messages).toEqual([{ role: "user", content: "Hello" }]);
    expect(twice.runs.p1?.records).toHaveLength(2);
  });

  it("has nothing to play without message and turns", () => {
    expect(canPlay(deskWith(2, "  "), ["p1"])).toBe(false);
    expect(canPlay(deskWith(2, "x"), ["p1"])).toBe(true);
    expect(canPlay(deskWith(2, "x"), ["p1"], true)).toBe(false);
  });

  it("gives each pane its own history after the first answer", () => {
    const first = played(deskWith(2, "Hello"), { p1: "One", p2: "Two" });
    const press = pressing(["p1", "p2"]);
    const second = after(first, { type: "setMessage", text: "And?" }, press);
    expect(contents(second, "p1")).toEqual(["u:Hello", "a:One", "u:And?"]);
    expect(contents(second, "p2")).toEqual(["u:Hello", "a:Two", "u:And?"]);
    const request = toRunRequest(second, press.press);
    expect(request.messages).toEqual([{ role: "user", content: "Hello" }]);
    expect(request.panes[1]?.messages?.[1]).toEqual({ role: "assistant", content: "Two" });
  });

  it("of one pane still sends the message to all, and runs only that one", () => {
    const press = pressing(["p1"]);
    const desk = after(deskWith(2, "Hello"), press, answering(press.press.runId, "p1", "One"));
    expect(desk.runs.p2).toBeUndefined();
    expect(contents(desk, "p2")).toEqual(["u:Hello"]);
  });

  it("does not take an answer to a turn that is gone into the history", () => {
    const first = played(deskWith(1, "Hello"), { p1: "One" });
    const back = after(first, { type: "takeBack" });
    expect(back.experiment.message).toBe("Hello");
    expect(standingAnswer(back, findPane(back, "p1"))).toBe("");
    expect(contents(after(back, pressing(["p1"])), "p1")).toEqual(["u:Hello"]);
  });

  it("continues an assistant prefill as one message", () => {
    const prefilled = after(
      deskWith(1),
      { type: "addTurn", turn: { id: "a", role: "user", content: "Go" } },
      { type: "addTurn", turn: { id: "b", role: "assistant", content: "The cat" } },
    );
    const press = pressing(["p1"]);
    expect(toRunRequest(after(prefilled, press), press.press).messages.at(-1)).toEqual({
      role: "assistant",
      content: "The cat",
    });
    const answered = after(
      played(prefilled, { p1: " sat." }),
      { type: "setMessage", text: "More" },
      pressing(["p1"]),
    );
    expect(toMessages(historyOf(answered, findPane(answered, "p1")))).toEqual([
      { role: "user", content: "Go" },
      { role: "assistant", content: "The cat sat." },
      { role: "user", content: "More" },
    ]);
  });

  it("keeps exact tokens of joined turns only when all are known", () => {
    const exact = { role: "assistant" as const, content: "On", tokens: [79, 110] };
    const more = { role: "assistant" as const, content: "ce", tokens: [99] };
    const text = { role: "assistant" as const, content: "ce" };
    expect(toMessages([exact, more])).toEqual([{ ...exact, content: "Once", tokens: [79, 110, 99] }]);
    expect(toMessages([exact, text])).toEqual([{ role: "assistant", content: "Once" }]);
    expect(toMessages([text, exact])).toEqual([{ role: "assistant", content: "ceOn" }]);
    expect(toMessages([exact, { ...text, content: "" }])).toEqual([exact]);
    expect(exact.tokens).toEqual([79, 110]);
  });

  it("sends a pane's own system prompt beside the shared one", () => {
    const press = pressing(["p1", "p2"]);
    const desk = after(
      deskWith(2, "Hi"),
      { type: "setSystem", text: "Shared" },
      { type: "setPaneSystem", pane: "p2", text: "" },
      press,
    );
    const request = toRunRequest(desk, press.press);
    expect(request.system).toBe("Shared");
    expect(request.panes.map((pane) => pane.system)).toEqual([undefined, ""]);
  });
});

describe("continuing from one pane", () => {
  it("makes its conversation the shared one, and can be undone", () => {
    const first = played(deskWith(2, "Hello"), { p1: "One", p2: "Two" });
    const continued = after(first, { type: "continueFrom", pane: "p2", turnIds: ["t"] });
    expect(contents(continued, "p1")).toEqual(["u:Hello", "a:Two"]);
    expect(after(continued, { type: "undo" })).toEqual(first);
  });
});

describe("taking the last message back", () => {
  it("is offered only while every pane shares it", () => {
    const first = played(deskWith(2, "Hello"), { p1: "One", p2: "Two" });
    expect(lastSharedUserTurn(first)?.content).toBe("Hello");
    const second = after(first, { type: "setMessage", text: "And?" }, pressing(["p1", "p2"]));
    expect(lastSharedUserTurn(second)).toBeUndefined();
  });
});
