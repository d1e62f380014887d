import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDeskStore } from "@/components/playground/desk-store";
import type { Desk } from "@/lib/playground/experiment";
import type { RunRequest } from "@/lib/run-request";
import { after, deskWith, played } from "../playground/support";
import { toolsFor } from "./tools";

const requests: RunRequest[] = [];

beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal("document", { hidden: true });
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => setTimeout(callback, 0));
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    requests.push(JSON.parse(body) as RunRequest);
    return Promise.resolve(new Response(""));
  });
});
afterEach(() => void vi.unstubAllGlobals());

/** A desk on which "Go" was answered, with something typed for later. */
const typed: Desk = after(played(deskWith(2, "Go"), { p1: "One", p2: "Two" }), {
  type: "setMessage",
  text: "Later",
});

test("a press takes the message along", async () => {
  const { store, runs } = toolsFor(createDeskStore(typed));
  await runs.play(["p1"]);
  expect(requests[0]?.panes[0]?.messages?.at(-1)).toEqual({ role: "user", content: "Later" });
  expect(store.get().experiment.message).toBe("");
});

test("a press of the turns as they stand leaves the message in its box, each time", async () => {
  const { store, runs } = toolsFor(createDeskStore(typed));
  await runs.play(["p1"], 1, { asItStands: true });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ messages: [{ role: "user", content: "Go" }], panes: [{ id: "p1" }] });
  expect(requests[0]?.panes[0]).not.toHaveProperty("messages");
  expect(store.get().experiment).toEqual(typed.experiment);
});

test("a press of turns that are not there says that there is nothing to run", async () => {
  const { runs } = toolsFor(createDeskStore(deskWith(1, "Later")));
  await runs.play(["p1"], 1, { asItStands: true });
  expect([requests, runs.status().isEmptyPress]).toEqual([[], true]);
});
