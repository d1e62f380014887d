import { describe, expect, it } from "vitest";
import type { Desk } from "@/lib/playground/experiment";
import { RUNS_KEPT } from "@/lib/playground/kept-runs";
import { spreadOf } from "@/lib/playground/spread";
import type { RunEventBody } from "@/lib/run-events";
import { after, answering, deskWith, pressing } from "./support";

/** So many runs of p1, each with its number as its answer. */
function runs(desk: Desk, count: number, series?: string): Desk {
  return Array.from({ length: count }).reduce<Desk>((before, _, index) => {
    const press = pressing(["p1"], { series });
    return after(before, press, answering(press.press.runId, "p1", `${series ?? "alone"} ${index}`));
  }, desk);
}

const texts = (desk: Desk) => desk.runs.p1?.records.map(({ run }) => run.text) ?? [];
const seriesOf = (desk: Desk) => desk.runs.p1?.records.map(({ series }) => series) ?? [];

describe("the runs of a pane", () => {
  it("are the last twenty, the newest on show", () => {
    const desk = runs(deskWith(1, "x"), 25);
    expect(texts(desk)).toHaveLength(RUNS_KEPT);
    expect(texts(desk)[desk.runs.p1?.shown ?? -1]).toBe("alone 24");
  });

  it("hold the newest series whole, however long, and twenty others before and after it", () => {
    const desk = runs(runs(runs(deskWith(1, "x"), 15), 100, "long"), 10);
    expect(seriesOf(desk).filter((series) => series === "long")).toHaveLength(100);
    expect(texts(desk)).toHaveLength(100 + RUNS_KEPT);
    expect(texts(desk)[0]).toBe("alone 5");
    expect(texts(desk).at(-1)).toBe("alone 9");
    expect(spreadOf(desk.runs.p1 ?? { records: [], shown: 0 }, desk.runs.p1?.records[50])?.runs).toBe(100);
  });

  it("hold an older series while it is whole; what is left of one that lost some is none any more", () => {
    const two = runs(runs(deskWith(1, "x"), 10, "first"), 10, "second");
    expect(seriesOf(two).filter((series) => series === "first")).toHaveLength(10);
    const three = runs(runs(deskWith(1, "x"), 30, "first"), 1, "second");
    expect(texts(three)).toHaveLength(RUNS_KEPT + 1);
    expect(new Set(seriesOf(three))).toEqual(new Set([undefined, "second"]));
  });
});

describe("what was sent", () => {
  const start = (content: string): RunEventBody => ({
    type: "start",
    attempt: 1,
    provider: "built-in",
    model: "built-in/sprout",
    body: { model: "sprout", messages: [{ role: "user", content }] },
    dropped: [],
  });
  function sent(desk: Desk, content: string): Desk {
    const press = pressing(["p1"]);
    return after(desk, press, {
      type: "events",
      runId: press.press.runId,
      events: [{ pane: "p1", ...start(content) }],
    });
  }

  it("is held once where run after run was sent the same, and apart where not", () => {
    const desk = ["a", "a", "b"].reduce(sent, deskWith(1, "x"));
    const [first, second, third] = desk.runs.p1?.records.map(({ run }) => run.start?.body) ?? [];
    expect(first).toBeDefined();
    expect(second).toBe(first);
    expect(third).toEqual({ model: "sprout", messages: [{ role: "user", content: "b" }] });
  });
});
