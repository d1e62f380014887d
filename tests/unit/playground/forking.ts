import type { JsonObject } from "@/lib/catalog/parameters";
import type { DeskAction } from "@/lib/playground/actions";
import type { Desk, Turn } from "@/lib/playground/experiment";
import { forkOf, type Fork } from "@/lib/playground/fork";
import { toRunRequest } from "@/lib/playground/play";
import { panePrompt } from "@/lib/run-request";
import { toWireBody } from "@/lib/wire-body";
import { targetIn } from "../../support/targets";
import { after as afterActions, answering, pressing } from "./support";

export const SPROUT = targetIn("sprout");

/** The desk after actions and presses on alternatives. */
export function after(desk: Desk, ...steps: (DeskAction | ForkPress)[]): Desk {
  return steps.reduce((before, step) => {
    if ("type" in step) return afterActions(before, step);
    const ids = [...step.turnIds];
    const fork = forkOf(before, step, () => ids.shift() ?? "none left");
    return fork ? afterActions(before, { type: "fork", ...fork }) : before;
  }, desk);
}

/** What a press of this pane alone would send to its model. */
export function sentBy(desk: Desk, pane: string, target = SPROUT): JsonObject {
  const request = toRunRequest(desk, { runId: "r", panes: [pane], startedAt: 0 });
  const [own] = request.panes;
  if (!own) throw new Error("no pane");
  return toWireBody(panePrompt(request, own), target).body;
}

/** Presses Run for one pane, begins its answer with what was really sent, and lets it say `text`. */
export function answered(desk: Desk, pane: string, text: string, target = SPROUT): Desk {
  const press = pressing([pane], { asItStands: true });
  const pressed = after(desk, press);
  const start = {
    ...{ pane, type: "start" as const, attempt: 1, provider: "x", model: target.id, dropped: [] },
    body: sentBy(pressed, pane, target),
  };
  const { runId } = press.press;
  return after(pressed, { type: "events", runId, events: [start] }, answering(runId, pane, text));
}

/** A press on an alternative, with the ids of the turns it makes. */
export type ForkPress = Fork & { turnIds: string[] };

export const FORK: ForkPress = {
  pane: "p1",
  id: "f",
  turnIds: ["f1", "f2", "f3"],
  text: "On",
};

export const add = (turn: Turn, pane?: string): DeskAction => ({
  type: "addTurn",
  turn,
  ...(pane ? { pane } : {}),
});
