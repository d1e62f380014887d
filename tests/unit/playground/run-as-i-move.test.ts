import { describe, expect, it } from "vitest";
import { BUILT_IN, type Provider } from "@/lib/catalog/providers";

import { firstPaneAway } from "@/lib/playground/first-pane-away";
import {
  changed,
  changedPanes,
  due,
  NO_MOVES,
  touched,
  type Moves,
  type Touch,
} from "@/lib/playground/run-as-i-move";
import { OPENAI } from "../../support/targets";
import { after, deskWith } from "./support";

/** The panes that are due after each step: a touch, or a change of pane p1 (or of the panes named). */
function dueAfter(...steps: (Touch | "change" | readonly string[])[]): (readonly string[])[] {
  let moves: Moves = NO_MOVES;
  return steps.map((step) => {
    if (step === "change") moves = changed(moves, ["p1"]);
    else if (typeof step === "object") moves = changed(moves, step);
    else moves = touched(moves, step);
    return due(moves);
  });
}

describe("what a hand does", () => {
  it("plays nothing while a pointer holds a fader, and what it changed when it lets go", () => {
    expect(dueAfter("take", "change", "change", "letGo")).toEqual([[], [], [], ["p1"]]);
  });

  it("by keys is played when the last one is a while ago", () => {
    expect(dueAfter("keyDown", "change", "keyUp", "rested")).toEqual([[], [], [], ["p1"]]);
    expect(dueAfter("keyDown", "change", "keyUp", "keyDown", "rested")).toEqual([[], [], [], [], []]);
  });

  it("in a field is played when the field is left or entered", () => {
    expect(dueAfter("type", "change", "type", "change", "commit")).toEqual([[], [], [], [], ["p1"]]);
  });

  it("at any other control is played at once", () => {
    expect(dueAfter("change")).toEqual([["p1"]]);
  });

  it("is over when the page loses it", () => {
    for (const hold of ["take", "keyDown", "type"] as const)
      expect(dueAfter(hold, "change", "leave").at(-1)).toEqual(["p1"]);
  });

  it("ends only by what ends it: another pointer, a key elsewhere or a field that is left do not", () => {
    expect(dueAfter("take", "change", "keyUp", "commit", "rested").at(-1)).toEqual([]);
    expect(dueAfter("keyDown", "change", "letGo", "commit", "rested").at(-1)).toEqual([]);
    expect(dueAfter("type", "change", "letGo", "keyUp", "rested").at(-1)).toEqual([]);
  });

  it("to several panes is played for each once", () => {
    expect(dueAfter("take", ["p1", "p2"], ["p2"], [], "letGo").at(-1)).toEqual(["p1", "p2"]);
  });
});

describe("the panes that changed", () => {
  it("are those with other parameters, and neither new ones nor those with another model or prompt", () => {
    const before = deskWith(3, "x");
    const now = after(
      before,
      { type: "setParameter", pane: "p2", key: "seed", value: 1 },
      { type: "setModel", pane: "p1", model: "openai/gpt-4o" },
      { type: "setPaneSystem", pane: "p3", text: "Shout." },
      { type: "addPane", id: "p4", from: "p2" },
    );
    expect(changedPanes(before.experiment.panes, now.experiment.panes)).toEqual(["p2"]);
    expect(changedPanes(now.experiment.panes, now.experiment.panes)).toEqual([]);
  });
});

describe("a pane that may not run by itself", () => {
  const providers: Provider[] = [
    BUILT_IN,
    OPENAI,
    { id: "ollama", label: "Ollama", dialect: "ollama", place: "host", isFree: true },
    { id: "priced", label: "Priced", dialect: "chat", place: "server" },
  ];
  const first = (...models: string[]) =>
    firstPaneAway(
      deskWith(models.length).experiment.panes.map((pane, index) => ({
        ...pane,
        model: models[index] ?? "",
      })),
      providers,
    );

  it("is the first whose model costs something, runs elsewhere, or is unknown", () => {
    expect(first("built-in/sprout", "built-in/sprout")).toBe(0);
    expect(first("built-in/sprout", "openai/gpt-4o")).toBe(2);
    expect(first("ollama/llama", "built-in/sprout")).toBe(1);
    expect(first("built-in/sprout", "priced/x")).toBe(2);
    expect(first("nowhere/x")).toBe(1);
  });
});
