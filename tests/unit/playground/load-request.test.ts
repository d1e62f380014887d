import { describe, expect, it } from "vitest";
import { withExamples } from "@/lib/playground/examples";
import { findPane, type Desk } from "@/lib/playground/experiment";
import { firstDesk } from "@/lib/playground/first-visit";
import { loadRequest, type Loadable } from "@/lib/playground/load-request";
import type { Message } from "@/lib/run-request";
import { sentBy } from "./forking";
import { after, deskWith, played, pressing } from "./support";

const said: Message[] = [
  { role: "user", content: "One {{x}}" },
  { role: "assistant", content: "Two {{y}}" },
  { role: "user", content: "Three" },
];
const request: Loadable = {
  model: "openai/gpt-4o-mini",
  system: "Be {{z}}.",
  messages: said,
  parameters: { temperature: 0.5 },
};

function load(desk: Desk, pane: string, more: Partial<Loadable> = {}): Desk {
  let made = 0;
  return loadRequest(desk, pane, { ...request, ...more }, () => `t${(made += 1)}`);
}

const messagesOf = (desk: Desk, pane: string) => sentBy(after(desk, pressing([pane])), pane).messages;
const all = [{ role: "system", content: "Be {{z}}." }, ...said];

describe("a request loaded into a pane", () => {
  it("is shared where nothing has been said, its last message in the box; other panes keep model and faders", () => {
    const desk = load(
      after(deskWith(2, "typed"), { type: "setParameter", pane: "p2", key: "seed", value: 1 }),
      "p1",
    );
    expect(desk.experiment).toMatchObject({ system: String.raw`Be \{{z}}.`, message: "Three" });
    expect(desk.experiment.turns.map(({ content }) => content)).toEqual([
      String.raw`One \{{x}}`,
      "Two {{y}}",
    ]);
    expect(findPane(desk, "p1")).toEqual({
      id: "p1",
      model: "openai/gpt-4o-mini",
      parameters: { temperature: 0.5 },
      turns: [],
    });
    expect(findPane(desk, "p2").parameters).toEqual({ seed: 1 });
    expect(messagesOf(desk, "p1")).toEqual(all);
    expect(messagesOf(desk, "p2")).toEqual(all);
  });

  it("has a system prompt of its own where the panes have another", () => {
    const desk = load(after(deskWith(2), { type: "setSystem", text: "Ours" }), "p1");
    expect(desk.experiment.system).toBe("Ours");
    expect(messagesOf(desk, "p1")).toEqual(all);
    expect(messagesOf(desk, "p2")).toEqual([{ role: "system", content: "Ours" }, ...said]);
    const none = load(after(deskWith(2), { type: "setSystem", text: "Ours" }), "p1", { system: "" });
    expect(messagesOf(none, "p1")).toEqual(said);
  });

  it("leaves the conversations of other panes as they were", () => {
    const talked = played(deskWith(2, "Hello"), { p1: "A", p2: "B" });
    const next = after(talked, { type: "setMessage", text: "typed" });
    const desk = load(next, "p1");
    expect(desk.experiment).toMatchObject({ message: "", turns: [] });
    expect(messagesOf(desk, "p1")).toEqual(all);
    expect(messagesOf(desk, "p2")).toEqual([{ role: "user", content: "Hello" }]);
    expect(desk.runs.p2).toBe(next.runs.p2);
    expect(desk.runs.p1).toEqual(next.runs.p1);
  });

  it("replaces the conversation of a pane that is alone", () => {
    const desk = load(played(deskWith(1, "Hello"), { p1: "A" }), "p1");
    expect(desk.experiment.message).toBe("Three");
    expect(findPane(desk, "p1").turns).toEqual([]);
    expect(messagesOf(desk, "p1")).toEqual(all);
  });

  it("plays a last turn of the assistant as a beginning, and a blank message as a turn", () => {
    const begun = load(deskWith(1), "p1", { messages: said.slice(0, 2) });
    expect(begun.experiment.message).toBe("");
    expect(messagesOf(begun, "p1")).toEqual(all.slice(0, 3));
    const blank: Message[] = [{ role: "user", content: " " }];
    expect(messagesOf(load(deskWith(1), "p1", { messages: blank, system: "" }), "p1")).toEqual(blank);
  });

  it("keeps the pane's model without one of its own, and no example that answered something else", () => {
    const { model: _, ...rest } = request;
    const desk = load(withExamples(firstDesk("Two")), "p2", { ...rest, model: undefined });
    expect(findPane(desk, "p2").model).toBe("built-in/sprout");
    expect(desk.runs.p2?.records).toEqual([]);
    expect(desk.runs.p1?.records).toHaveLength(10);
    expect(desk.selected).toBe("p2");
  });

  it("gives everything back that was there", () => {
    const before = played(after(deskWith(2, "Hello"), { type: "setSystem", text: "Ours" }), {
      p1: "A",
      p2: "B",
    });
    const loaded = after(before, { type: "load", desk: load(before, "p1"), act: "requestLoaded" });
    expect(loaded.undo?.act).toBe("requestLoaded");
    expect(after(loaded, { type: "undo" }).experiment).toEqual(before.experiment);
  });
});
