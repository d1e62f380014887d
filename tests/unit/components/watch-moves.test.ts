import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDeskStore } from "@/components/playground/desk-store";
import { watchMoves } from "@/components/playground/watch-moves";
import { BUILT_IN } from "@/lib/catalog/providers";
import { deskWith, played, pressing } from "../playground/support";

/** A control of the page: a fader or field of the rail, or one elsewhere. */
class Control {
  constructor(
    readonly type: string,
    readonly role: string | null = null,
    readonly isInRail = true,
  ) {}
  closest = () => (this.isInRail ? this : null);
  getAttribute = () => this.role;
}
class Input extends Control {}
class Field extends Control {}

const FADER = new Input("range");
const NUMBER = new Input("text", "spinbutton");
const JSON_FIELD = new Field("textarea");
const MESSAGE = new Field("textarea", null, false);

/** A desk of two panes that have answered, watched; what it plays is noted and goes on until it is told to end. */
function watched() {
  const page = new EventTarget();
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", page);
  vi.stubGlobal("HTMLInputElement", Input);
  vi.stubGlobal("HTMLTextAreaElement", Field);
  const store = createDeskStore(played(deskWith(2, "Hello"), { p1: "a", p2: "b" }));
  store.dispatch({ type: "setRunAsIMove", on: true });
  const listeners = new Set<() => void>();
  const plays: string[] = [];
  let isBusy = false;
  const runs = {
    play: (panes: string[]) => {
      const { parameters } = store.get().experiment.panes.find(({ id }) => id === panes[0]) ?? {};
      plays.push(`${panes.join()} ${parameters?.temperature ?? ""}`.trim());
      isBusy = true;
      return Promise.resolve();
    },
    stop: () => {},
    isBusy: () => isBusy,
    status: () => ({ isEmptyPress: false }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const stop = watchMoves({ store, runs, providers: [BUILT_IN] });
  return {
    store,
    plays,
    stop,
    end: () => {
      isBusy = false;
      for (const listener of listeners) listener();
    },
    act: (type: string, target: unknown, key?: string) => {
      const event = Object.assign(new Event(type), key ? { key } : {});
      Object.defineProperty(event, "target", { value: target });
      page.dispatchEvent(event);
    },
    set: (value: number, pane = "p1") =>
      store.dispatch({ type: "setParameter", pane, key: "temperature", value }),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("while a run follows the faders", () => {
  it("one that is dragged plays its pane when it is let go, with its last value", () => {
    const { act, set, plays } = watched();
    act("pointerdown", FADER);
    for (const value of [0.5, 0.6, 0.7]) {
      act("input", FADER);
      set(value);
    }
    vi.advanceTimersByTime(5000);
    expect(plays).toEqual([]);
    act("pointerup", MESSAGE);
    expect(plays).toEqual(["p1 0.7"]);
  });

  it("one that is moved by keys plays 400 ms after the last of them", () => {
    const { act, set, plays } = watched();
    for (const value of [0.5, 0.6]) {
      act("keydown", FADER, "ArrowRight");
      set(value);
      vi.advanceTimersByTime(1000);
      act("keyup", FADER, "ArrowRight");
      vi.advanceTimersByTime(399);
    }
    expect(plays).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(plays).toEqual(["p1 0.6"]);
  });

  it("a number plays when its field is left or entered, or a moment after it was stepped", () => {
    const { act, set, plays, end } = watched();
    act("input", NUMBER);
    set(0.5);
    act("keydown", NUMBER, "ArrowLeft");
    act("keyup", NUMBER, "ArrowLeft");
    vi.advanceTimersByTime(5000);
    expect(plays).toEqual([]);
    act("keydown", NUMBER, "Enter");
    expect(plays).toEqual(["p1 0.5"]);
    end();
    act("input", NUMBER);
    set(0.6);
    act("focusout", NUMBER);
    expect(plays.at(-1)).toBe("p1 0.6");
    end();
    act("keydown", NUMBER, "ArrowUp");
    set(0.7);
    act("keyup", NUMBER, "ArrowUp");
    expect(plays).toHaveLength(2);
    vi.advanceTimersByTime(400);
    expect(plays.at(-1)).toBe("p1 0.7");
  });

  it("a line break in a text of several lines is no end of it", () => {
    const { act, set, plays } = watched();
    act("input", JSON_FIELD);
    set(0.5);
    act("keydown", JSON_FIELD, "Enter");
    expect(plays).toEqual([]);
    act("focusout", JSON_FIELD);
    expect(plays).toEqual(["p1 0.5"]);
  });

  it("any other control plays at once, also while one writes elsewhere", () => {
    const { act, set, plays } = watched();
    act("input", MESSAGE);
    act("keydown", MESSAGE, "ArrowRight");
    set(0.5, "p2");
    expect(plays).toEqual(["p2 0.5"]);
  });

  it("what changes during a run waits for its end, and only the last of it is played", () => {
    const { set, plays, end } = watched();
    for (const value of [0.1, 0.2, 0.3]) set(value);
    expect(plays).toEqual(["p1 0.1"]);
    end();
    expect(plays).toEqual(["p1 0.1", "p1 0.3"]);
    end();
    expect(plays).toHaveLength(2);
  });

  it("faders that move together play as one", () => {
    const { store, set, plays } = watched();
    store.dispatch({ type: "setMoveTogether", on: true });
    set(0.5);
    expect(plays).toEqual(["p1,p2 0.5"]);
  });

  it("what waits is dropped when a message is begun, which must not be sent half written", () => {
    const { store, set, plays, end } = watched();
    set(0.1);
    set(0.2);
    store.dispatch({ type: "setMessage", text: "H" });
    end();
    expect(plays).toEqual(["p1 0.1"]);
  });

  it("what Run has played meanwhile is not played again", () => {
    const { store, act, set, plays } = watched();
    act("input", NUMBER);
    set(0.5);
    store.dispatch(pressing(["p1", "p2"]));
    act("focusout", NUMBER);
    expect(plays).toEqual([]);
    set(0.6);
    expect(plays).toEqual(["p1 0.6"]);
  });

  it("a pane that was removed is not played", () => {
    const { store, set, plays, end } = watched();
    set(0.1);
    set(0.2, "p2");
    store.dispatch({ type: "removePane", pane: "p2" });
    end();
    expect(plays).toEqual(["p1 0.1"]);
  });

  it("a model that is not free or not here ends it, and nothing is played", () => {
    const { store, set, plays } = watched();
    store.dispatch({ type: "setModel", pane: "p2", model: "openai/gpt-4o" });
    expect(store.get().runAsIMove).toBe(false);
    set(0.5);
    expect(plays).toEqual([]);
  });

  it("nothing is played any more once it has ended", () => {
    const { stop, act, set, plays } = watched();
    act("keydown", FADER, "ArrowRight");
    set(0.5);
    act("keyup", FADER, "ArrowRight");
    stop();
    vi.advanceTimersByTime(5000);
    set(0.6);
    expect(plays).toEqual([]);
  });
});
