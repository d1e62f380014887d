import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDeskStore, type DeskStore } from "@/components/playground/desk-store";
import { replayablePanes, replayOf, type Replay } from "@/components/playground/replay";
import { fromLinkDocument } from "@/lib/links/from-link-document";
import type { LinkDocument } from "@/lib/links/link-document";
import { runsOnShow, shownRecord, type Desk } from "@/lib/playground/experiment";
import { readStoredDesk } from "@/lib/playground/read-stored-desk";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import { after, answering, pressing } from "../playground/support";

const answer = (text: string, pace?: number[]) => ({ text, ending: "complete" as const, pace });
const pane = (...answers: ReturnType<typeof answer>[]) => ({
  model: "openai/gpt-4o",
  parameters: {},
  answers,
});

/** Two panes that answered at different speeds, and one of which nobody knows how it came. */
const DOCUMENT: LinkDocument = {
  fader: 1,
  title: "",
  system: "",
  message: "",
  turns: [{ role: "user", content: "Count." }],
  panes: [
    pane(answer("one two", [100, 3, 100, 4])),
    pane(answer("earlier", [5, 7]), answer("eins zwei", [300, 4, 300, 5])),
    pane(answer("all at once")),
  ],
  view: "plain",
};

const store = (document = DOCUMENT): DeskStore => {
  let made = 0;
  return createDeskStore(fromLinkDocument(document, () => `id${(made += 1)}`));
};
const ids = (desk: Desk) => desk.experiment.panes.map(({ id }) => id);
const first = (each: DeskStore) => ids(each.get())[0] ?? "";
const second = (each: DeskStore) => ids(each.get())[1] ?? "";
const shown = (each: DeskStore) =>
  ids(each.get()).map((id) => {
    const run = shownRecord(runsOnShow(each.get(), id))?.run;
    return run && (run.state === "ended" ? run.text : `${run.text}…`);
  });

/** A desk of its own, its replay, and what is heard of it. */
function setUp(isReduced = false): { desk: DeskStore; replay: Replay; all: () => void } {
  vi.stubGlobal("matchMedia", () => ({ matches: isReduced }));
  const desk = store();
  const replay = replayOf(desk);
  return { desk, replay, all: () => replay.play(replayablePanes(desk.get())) };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => expect.fail("a replay asks nobody"));
});
afterEach(() => {
  if (vi.getTimerCount() > 0) throw new Error("a replay that is over goes on waiting");
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const WHOLE = ["one two", "eins zwei", "all at once"];

describe("recorded answers that play again", () => {
  it("come at once with one another, each at its own pace, and end as they were", () => {
    const { desk, all } = setUp();
    const { replay: _, ...before } = desk.get();
    all();
    const seen: unknown[] = [shown(desk)];
    for (const ms of [99, 1, 100, 100, 299, 1]) {
      vi.advanceTimersByTime(ms);
      seen.push(shown(desk).slice(0, 2));
    }
    expect(seen).toEqual([
      ["…", "…", "all at once"],
      ["…", "…"],
      ["one…", "…"],
      ["one two", "…"],
      ["one two", "eins…"],
      ["one two", "eins…"],
      ["one two", "eins zwei"],
    ]);
    expect(desk.get()).toEqual({ ...before, replay: undefined });
  });

  it("come four times as fast, and from one pace to another in the middle", () => {
    const { desk, replay, all } = setUp();
    replay.setPace("fast");
    all();
    vi.advanceTimersByTime(75);
    expect(shown(desk)).toEqual(["one two", "eins…", "all at once"]);
    replay.setPace("real");
    vi.advanceTimersByTime(299);
    expect(shown(desk)[1]).toBe("eins…");
    vi.advanceTimersByTime(1);
    expect(shown(desk)).toEqual(WHOLE);
  });

  it("are shown whole from the middle on when asked to", () => {
    const { desk, replay, all } = setUp();
    all();
    vi.advanceTimersByTime(150);
    replay.setPace("whole");
    expect(shown(desk)).toEqual(WHOLE);
  });

  it("come whole for who asks for no motion, unless another pace is chosen", () => {
    const { desk, replay, all } = setUp(true);
    expect(replay.pace()).toBe("whole");
    all();
    expect(shown(desk)).toEqual(["…", "…", "all at once"]);
    vi.advanceTimersByTime(20);
    expect(shown(desk)).toEqual(WHOLE);
    replay.setPace("real");
    all();
    vi.advanceTimersByTime(150);
    expect(shown(desk)[0]).toBe("one…");
    replay.skip();
  });

  it("can be skipped in one pane and in all", () => {
    const { desk, replay, all } = setUp();
    all();
    vi.advanceTimersByTime(120);
    replay.skip(first(desk));
    expect(shown(desk)).toEqual(["one two", "…", "all at once"]);
    vi.advanceTimersByTime(200);
    expect(shown(desk)[1]).toBe("eins…");
    replay.skip();
    expect(shown(desk)).toEqual(WHOLE);
    expect(desk.get().replay).toBeUndefined();
  });

  it("begin again, one while others play on", () => {
    const { desk, replay, all } = setUp();
    all();
    vi.advanceTimersByTime(250);
    replay.play([first(desk)]);
    expect(shown(desk)).toEqual(["…", "…", "all at once"]);
    vi.advanceTimersByTime(50);
    expect(shown(desk).slice(0, 2)).toEqual(["…", "eins…"]);
    vi.advanceTimersByTime(300);
    expect(shown(desk)).toEqual(WHOLE);
  });

  it("catch up after a sleep: the next time the page wakes, all that is due is there", () => {
    const { desk, all } = setUp();
    all();
    const now = performance.now();
    vi.spyOn(performance, "now").mockReturnValue(now + 10_000);
    vi.advanceTimersByTime(100);
    expect(shown(desk)).toEqual(WHOLE);
    vi.restoreAllMocks();
  });
});

describe("a replay is nothing but a show", () => {
  it("what is kept and sent meanwhile is the desk as it is", () => {
    const { desk, replay, all } = setUp();
    const before = writeStoredDesk(desk.get(), "w", 0);
    all();
    vi.advanceTimersByTime(150);
    expect(shown(desk)[0]).toBe("one…");
    expect(writeStoredDesk(desk.get(), "w", 0)).toBe(before);
    expect(readStoredDesk(before)?.desk).not.toHaveProperty("replay");
    desk.dispatch({ type: "clear" });
    desk.dispatch({ type: "undo" });
    expect(shown(desk)).toEqual(WHOLE);
    replay.skip();
  });

  it("a run beside it is live, ends it in its pane, and stands behind the recorded one", () => {
    const { desk, all } = setUp();
    all();
    vi.advanceTimersByTime(150);
    const press = pressing([first(desk)], { asItStands: true });
    desk.dispatch(press);
    expect(shown(desk)).toEqual(["…", "…", "all at once"]);
    desk.dispatch(answering(press.press.runId, first(desk), "live"));
    vi.advanceTimersByTime(1000);
    expect(shown(desk)).toEqual(["live", "eins zwei", "all at once"]);
    const { records } = runsOnShow(desk.get(), first(desk));
    expect(records.map(({ run, recorded }) => [run.text, recorded])).toEqual([
      ["one two", true],
      ["live", undefined],
    ]);
  });

  it("plays the newest recorded answer where a live one is on show, and shows it", () => {
    const { desk, all } = setUp();
    const press = pressing([first(desk)], { asItStands: true });
    desk.dispatch(press);
    desk.dispatch(answering(press.press.runId, first(desk), "live"));
    expect(shown(desk)[0]).toBe("live");
    all();
    vi.advanceTimersByTime(100);
    expect(shown(desk)[0]).toBe("one…");
    vi.advanceTimersByTime(900);
    expect(shown(desk)).toEqual(WHOLE);
  });

  it("ends where another answer is chosen, the pane goes or another desk comes", () => {
    const { desk, all } = setUp();
    all();
    desk.dispatch({ type: "showRun", pane: second(desk), index: 0 });
    expect(shown(desk)).toEqual(["…", "earlier", "all at once"]);
    desk.dispatch({ type: "removePane", pane: first(desk) });
    expect(desk.get().replay).toBeUndefined();
    const other = setUp();
    other.all();
    other.desk.dispatch({ type: "load", desk: after(store().get(), { type: "setTitle", text: "other" }) });
    expect(other.desk.get().replay).toBeUndefined();
  });
});
