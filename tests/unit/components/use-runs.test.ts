import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createDeskStore, type DeskStore } from "@/components/playground/desk-store";
import { fetchRunClient, type Runs } from "@/components/playground/use-runs";
import type { RunEventBody } from "@/lib/run-events";
import type { RunRequest } from "@/lib/run-request";
import { encodeEvent } from "@/lib/sse";
import { deskWith } from "../playground/support";
import { toolsFor } from "./tools";

const END: RunEventBody = {
  type: "end",
  reason: "complete",
  timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
};
const FAILURE: RunEventBody = {
  type: "error",
  code: "bad_key",
  phase: "before",
  message: "",
  retryable: false,
};

type Server = {
  asked: RunRequest[];
  stopped: string[];
  fails: (pane: string, press: number) => boolean;
  /** Panes that answer a minute after the others of their press. */
  isSlow: (pane: string) => boolean;
};

/** A desk of two panes, and a server that answers each press after a moment; a stop changes nothing there. */
function desk(): { store: DeskStore; runs: Runs; server: Server } {
  const server: Server = { asked: [], stopped: [], fails: () => false, isSlow: () => false };
  vi.stubGlobal("document", { hidden: false });
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => setTimeout(callback, 16));
  vi.stubGlobal("fetch", async (path: string, { body, signal }: { body: string; signal?: AbortSignal }) => {
    if (path !== "/api/run") {
      server.stopped.push(path);
      return new Response(null, { status: 204 });
    }
    const request = JSON.parse(body) as RunRequest;
    server.asked.push(request);
    const press = server.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 10));
    const eventsOf = (isSlow: boolean) =>
      request.panes
        .filter(({ id }) => server.isSlow(id) === isSlow)
        .map(({ id: pane }) => encodeEvent({ pane, ...(server.fails(pane, press) ? FAILURE : END) }))
        .join("");
    const encoder = new TextEncoder();
    const answer = new ReadableStream<Uint8Array>({
      async start(stream) {
        signal?.addEventListener("abort", () => stream.error(signal.reason));
        stream.enqueue(encoder.encode(eventsOf(false)));
        const late = eventsOf(true);
        if (late !== "") await new Promise((resolve) => setTimeout(resolve, 60_000));
        if (signal?.aborted) return;
        stream.enqueue(encoder.encode(late));
        stream.close();
      },
    });
    return new Response(answer);
  });
  const store = createDeskStore(deskWith(2, "Hello"));
  return { store, runs: toolsFor(store).runs, server };
}

// No clock of ours speeds up the fetching of a module.
beforeAll(async () => void (await fetchRunClient()));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const BOTH = ["p1", "p2"];
const panesOf = (server: Server) => server.asked.map(({ panes }) => panes.map(({ id }) => id).join());

/** Does something while a press of a series is going. */
function atPress(runs: Runs, press: number, act: () => void): void {
  const leave = runs.subscribe(() => {
    if (runs.status().series?.made !== press) return;
    leave();
    setTimeout(act, 5);
  });
}

async function over(playing: Promise<void>): Promise<void> {
  await vi.advanceTimersByTimeAsync(60_000);
  await playing;
}

describe("a series", () => {
  it("presses as often as it was asked to, and says how far it has come", async () => {
    const { store, runs, server } = desk();
    const seen: string[] = [];
    runs.subscribe(() => {
      const { series } = runs.status();
      const line = series ? `${series.made} of ${series.of}` : "at rest";
      if (seen.at(-1) !== line) seen.push(line);
    });
    await over(runs.play(BOTH, 40));
    expect(server.asked).toHaveLength(40);
    expect(store.get().runs.p1?.records).toHaveLength(40);
    expect(seen.slice(0, 2)).toEqual(["1 of 40", "2 of 40"]);
    expect(seen.slice(-2)).toEqual(["40 of 40", "at rest"]);
    expect(new Set(store.get().runs.p2?.records.map(({ series }) => series)).size).toBe(1);
  });

  it("asks the same each time, whatever is written or moved meanwhile", async () => {
    const { store, runs, server } = desk();
    atPress(runs, 2, () => {
      store.dispatch({ type: "setMessage", text: "half a thou" });
      store.dispatch({ type: "setParameter", pane: "p1", key: "temperature", value: 2 });
    });
    await over(runs.play(BOTH, 3));
    expect(new Set(server.asked.map(({ id: _, ...rest }) => JSON.stringify(rest))).size).toBe(1);
    expect(store.get().experiment.message).toBe("half a thou");
  });

  it("lets another pane be played as it stands beside it, and no other press", async () => {
    const { store, runs, server } = desk();
    store.dispatch({ type: "addPane", id: "p3", from: "p1" });
    atPress(runs, 2, () => {
      const panes = ["p3"];
      store.dispatch({ type: "setMessage", text: "Later" });
      void runs.play(panes);
      void runs.play(panes, 2, { asItStands: true });
      void runs.play(["p2"], 1, { asItStands: true });
      void runs.play(panes, 1, { asItStands: true });
      expect(runs.status().series).toEqual({ made: 2, of: 4, panes: BOTH });
    });
    await over(runs.play(BOTH, 4));
    expect(panesOf(server)).toEqual(["p1,p2", "p1,p2", "p3", "p1,p2", "p1,p2"]);
    expect(store.get().experiment.message).toBe("Later");
    expect(runs.isBusy()).toBe(false);
  });

  it("is called off by Stop", async () => {
    const { runs, server } = desk();
    atPress(runs, 3, () => runs.stop());
    await over(runs.play(BOTH, 10));
    expect(server.asked).toHaveLength(3);
    expect(runs.status().series).toBeUndefined();
  });

  it("goes on without a pane that was stopped or removed, and ends with the last", async () => {
    const { store, runs, server } = desk();
    atPress(runs, 2, () => runs.stop("p1"));
    atPress(runs, 3, () => expect(runs.status().series?.panes).toEqual(["p2"]));
    await over(runs.play(BOTH, 4));
    expect(panesOf(server)).toEqual(["p1,p2", "p1,p2", "p2", "p2"]);
    server.asked = [];
    atPress(runs, 2, () => store.dispatch({ type: "removePane", pane: "p2" }));
    await over(runs.play(BOTH, 4));
    expect(panesOf(server)).toEqual(["p1,p2", "p1,p2", "p1", "p1"]);
    server.asked = [];
    atPress(runs, 2, () => runs.stop("p1"));
    await over(runs.play(["p1"], 4));
    expect(server.asked).toHaveLength(2);
    expect(runs.isBusy()).toBe(false);
  });

  it("ends at a press that failed in all panes, not at one that failed in some", async () => {
    const { runs, server } = desk();
    server.fails = (pane) => pane === "p1";
    await over(runs.play(BOTH, 5));
    expect(server.asked).toHaveLength(5);
    server.fails = (_, press) => press === 7;
    await over(runs.play(BOTH, 5));
    expect(server.asked).toHaveLength(7);
  });
});

describe("the presses", () => {
  it("say when none is going any more, so that one that waits may begin", async () => {
    const { runs } = desk();
    const seen: boolean[] = [];
    const playing = runs.play(["p1"]);
    expect(runs.isBusy()).toBe(true);
    runs.subscribe(() => seen.push(runs.isBusy()));
    await over(playing);
    expect(seen).toEqual([false]);
  });

  it("play a pane again that is done, while another of its press still writes, and never two at once", async () => {
    const { store, runs, server } = desk();
    server.isSlow = (pane) => pane === "p2";
    const playing = runs.play(BOTH);
    await vi.advanceTimersByTimeAsync(100);
    void runs.play(["p2"], 1, { asItStands: true });
    void runs.play(BOTH, 1, { asItStands: true });
    expect(panesOf(server)).toEqual(["p1,p2"]);
    const again = runs.play(["p1"], 1, { asItStands: true });
    await vi.advanceTimersByTimeAsync(100);
    await again;
    expect(panesOf(server)).toEqual(["p1,p2", "p1"]);
    expect(store.get().runs.p1?.records.map(({ run }) => run.state)).toEqual(["ended", "ended"]);
    const slow = () => store.get().runs.p2?.records.map(({ run }) => run.state);
    expect(slow()).toEqual(["waiting"]);
    await over(playing);
    expect(slow()).toEqual(["ended"]);
  });

  it("end by Stop even where the server took it for a run that it does not know", async () => {
    const { store, runs, server } = desk();
    server.isSlow = () => true;
    const playing = runs.play(BOTH);
    await vi.advanceTimersByTimeAsync(100);
    runs.stop();
    await vi.advanceTimersByTimeAsync(3000);
    await playing;
    expect(server.stopped).toHaveLength(1);
    expect(store.get().runs.p1?.records[0]?.run.end?.reason).toBe("stopped");
    expect(runs.isBusy()).toBe(false);
  });
});

describe("a variable without a value", () => {
  it("keeps a press or a series from being made, and says what it was to play, until it has one", async () => {
    const { store, runs, server } = desk();
    store.dispatch({ type: "setMessage", text: "About {{topic}}" });
    for (const times of [1, 3]) {
      await runs.play(BOTH, times);
      expect(runs.status()).toEqual({
        isEmptyPress: false,
        unfilled: { panes: BOTH, asItStands: undefined, experiment: store.get().experiment },
      });
    }
    expect([server.asked, store.get().experiment.message]).toEqual([[], "About {{topic}}"]);
    expect(runs.isBusy()).toBe(false);
    store.dispatch({ type: "setVariable", variable: { name: "topic", value: "cats" } });
    await over(runs.play(BOTH, 2));
    expect(server.asked.map(({ messages }) => messages)).toEqual([
      [{ role: "user", content: "About cats" }],
      [{ role: "user", content: "About cats" }],
    ]);
    expect(runs.status()).toEqual({ isEmptyPress: false });
  });

  it("is of no account where the Message box is left alone", async () => {
    const { store, runs, server } = desk();
    store.dispatch({ type: "addTurn", turn: { id: "t", role: "user", content: "Hi" } });
    store.dispatch({ type: "setMessage", text: "{{later}}" });
    await over(runs.play(["p1"], 1, { asItStands: true }));
    expect(server.asked).toHaveLength(1);
    expect(store.get().experiment.message).toBe("{{later}}");
  });
});
