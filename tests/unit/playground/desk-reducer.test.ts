import { describe, expect, it } from "vitest";
import type { DeskAction } from "@/lib/playground/actions";
import { differencesOf } from "@/lib/playground/differences";
import { after, answering, deskWith, played, pressing } from "./support";

describe("panes", () => {
  it("are copied with their settings and selected, up to eight", () => {
    let desk = after(deskWith(1), { type: "setParameter", pane: "p1", key: "temperature", value: 0 });
    for (let made = 2; made <= 10; made += 1)
      desk = after(desk, { type: "addPane", id: `p${made}`, from: desk.selected });
    expect(desk.experiment.panes).toHaveLength(8);
    expect(desk.experiment.panes[7]?.parameters).toEqual({ temperature: 0 });
    expect(desk.selected).toBe("p8");
  });

  it("can be removed but for the last, and brought back with their runs", () => {
    const two = played(deskWith(2, "x"), { p1: "1", p2: "2" });
    const one = after(two, { type: "removePane", pane: "p1" });
    expect(one.experiment.panes.map((pane) => pane.id)).toEqual(["p2"]);
    expect(one.selected).toBe("p2");
    expect(after(one, { type: "removePane", pane: "p2" }).experiment.panes).toHaveLength(1);
    expect(after(one, { type: "undo" })).toEqual(two);
  });
});

describe("parameters", () => {
  it("are unset by taking the key away, and 0 is a value", () => {
    const set = after(deskWith(1), { type: "setParameter", pane: "p1", key: "temperature", value: 0 });
    expect(set.experiment.panes[0]?.parameters).toEqual({ temperature: 0 });
    const unset = after(set, { type: "setParameter", pane: "p1", key: "temperature", value: undefined });
    expect(Object.keys(unset.experiment.panes[0]?.parameters ?? {})).toEqual([]);
  });

  it("move in one pane, or in all when moved together", () => {
    const change = { type: "setParameter", pane: "p1", key: "topP", value: 0.5 } as const;
    expect(after(deskWith(2), change).experiment.panes[1]?.parameters).toEqual({});
    expect(
      after(deskWith(2), { type: "setMoveTogether", on: true }, change).experiment.panes[1]?.parameters,
    ).toEqual({ topP: 0.5 });
  });

  it("that differ are told apart, unset ones included", () => {
    const { panes } = after(deskWith(2), {
      type: "setParameter",
      pane: "p1",
      key: "seed",
      value: 0,
    }).experiment;
    expect(panes.map((pane) => differencesOf(pane, panes))).toEqual([
      [{ key: "seed", value: 0 }],
      [{ key: "seed", value: undefined }],
    ]);
  });
});

describe("turns", () => {
  const three = after(
    deskWith(1),
    ...["a", "b", "c"].map((id) => ({ type: "addTurn", turn: { id, role: "user", content: id } }) as const),
  );
  const order = (desk: typeof three) => desk.experiment.turns.map((turn) => turn.id).join("");

  it("move up and down, and not beyond the ends", () => {
    expect(order(after(three, { type: "moveTurn", id: "c", by: -1 }))).toBe("acb");
    expect(order(after(three, { type: "moveTurn", id: "a", by: -1 }))).toBe("abc");
    expect(order(after(three, { type: "moveTurn", id: "c", by: 1 }))).toBe("abc");
  });

  it("change role, are edited, deleted and brought back", () => {
    expect(after(three, { type: "switchRole", id: "b" }).experiment.turns[1]?.role).toBe("assistant");
    expect(after(three, { type: "editTurn", id: "b", content: "B" }).experiment.turns[1]?.content).toBe("B");
    const deleted = after(three, { type: "deleteTurn", id: "b" });
    expect(order(deleted)).toBe("ac");
    expect(order(after(deleted, { type: "undo" }))).toBe("abc");
  });
});

describe("a turn with exact tokens", () => {
  const turn = { id: "t", role: "assistant", content: "On", tokens: [79, 110] } as const;
  const exact = after(deskWith(1), { type: "addTurn", turn: { ...turn, tokens: [...turn.tokens] } });
  const turnAfter = (action: DeskAction) => after(exact, action).experiment.turns[0];

  it("loses them when its text is edited, or its role switched and switched back", () => {
    expect(turnAfter({ type: "editTurn", id: "t", content: "Off" })).toEqual({
      id: "t",
      role: "assistant",
      content: "Off",
    });
    const switched = after(exact, { type: "switchRole", id: "t" });
    expect(switched.experiment.turns).toEqual([{ id: "t", role: "user", content: "On" }]);
    expect(after(switched, { type: "switchRole", id: "t" }).experiment.turns).toEqual([
      { id: "t", role: "assistant", content: "On" },
    ]);
  });

  it("keeps them when another is edited, when it is moved, and when panes continue from it", () => {
    expect(turnAfter({ type: "editTurn", id: "x", content: "Off" })).toEqual(turn);
    expect(turnAfter({ type: "moveTurn", id: "t", by: -1 })).toEqual(turn);
    expect(turnAfter({ type: "continueFrom", pane: "p1", turnIds: ["n"] })).toEqual(turn);
  });
});

describe("runs", () => {
  it("take only their own events, and none after the ending", () => {
    const press = pressing(["p1", "p2"]);
    const id = press.press.runId;
    const desk = after(
      deskWith(2, "x"),
      press,
      answering(id, "p1", "one"),
      answering(id, "p1", "late"),
      answering("other", "p2", "no"),
    );
    expect(desk.runs.p1?.records[0]?.run.text).toBe("one");
    expect(desk.runs.p2?.records[0]?.run).toMatchObject({ state: "waiting", text: "" });
  });

  it.each([undefined, "stopped"] as const)("without an ending are cut, not complete: %s", (reason) => {
    const press = pressing(["p1"]);
    const id = press.press.runId;
    const desk = after(
      deskWith(1, "x"),
      press,
      { type: "events", runId: id, events: [{ pane: "p1", type: "text", text: "par" }] },
      { type: "cut", runId: id, reason },
    );
    expect(desk.runs.p1?.records[0]?.run).toMatchObject({
      state: "ended",
      text: "par",
      end: { reason: reason ?? "cut" },
    });
  });

  it("are cleared with the conversation, and come back by undo", () => {
    const full = played(deskWith(1, "x"), { p1: "answer" });
    const empty = after(full, { type: "clear" });
    expect(empty.runs).toEqual({});
    expect(empty.experiment.turns).toEqual([]);
    expect(after(empty, { type: "undo" })).toEqual(full);
  });
});

it("another model takes the recorded examples away, which are not its own, and keeps the runs", () => {
  const desk = after(deskWith(1, "Hi"), pressing(["p1"]));
  const [record] = desk.runs.p1?.records ?? [];
  if (!record) throw new Error("no run");
  const withExample = {
    ...desk,
    runs: { p1: { records: [{ ...record, id: "e", example: true }, record], shown: 0 } },
  };
  const changed = after(withExample, { type: "setModel", pane: "p1", model: "openai/gpt-4o" });
  expect(changed.runs.p1).toEqual({ records: [record], shown: 0 });
});

it("undo brings work back and turns no switch", () => {
  const cleared = after(played(deskWith(1, "x"), { p1: "answer" }), { type: "clear" });
  const switched = after(
    cleared,
    { type: "setView", view: "markdown" },
    { type: "setTimes", times: 40 },
    { type: "setRunAsIMove", on: true },
    { type: "undo" },
  );
  expect(switched.runs.p1?.records).toHaveLength(1);
  expect(switched).toMatchObject({ view: "markdown", times: 40, runAsIMove: true });
});
