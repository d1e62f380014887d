import type { DeskAction } from "@/lib/playground/actions";
import { deskReducer } from "@/lib/playground/desk-reducer";
import { newPane, type Desk } from "@/lib/playground/experiment";
import type { Press } from "@/lib/playground/play";
import type { RunEventBody } from "@/lib/run-events";

/** A desk with panes p1..pn and a message. */
export function deskWith(panes: number, message = ""): Desk {
  return {
    experiment: {
      title: "",
      system: "",
      message,
      turns: [],
      panes: Array.from({ length: panes }, (_, index) => newPane(`p${index + 1}`)),
    },
    runs: {},
    selected: "p1",
    moveTogether: false,
    view: "plain",
  };
}

export function after(desk: Desk, ...actions: DeskAction[]): Desk {
  return actions.reduce(deskReducer, desk);
}

let made = 0;
/** A press with ids of its own. */
export function pressing(panes: string[], more: Partial<Press> = {}): DeskAction & { type: "press" } {
  made += 1;
  return {
    type: "press",
    press: { runId: `run${made}`, panes, startedAt: made, ...more },
    turnIds: Array.from({ length: 20 }, (_, index) => `turn${made}-${index}`),
  };
}

const END: RunEventBody = {
  type: "end",
  reason: "complete",
  timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
};

/** The events of a whole answer. */
export function answering(runId: string, pane: string, text: string): DeskAction {
  return {
    type: "events",
    runId,
    events: [
      { pane, type: "text", text },
      { pane, ...END },
    ],
  };
}

/** Presses Run for all panes and lets each answer. */
export function played(desk: Desk, answers: Record<string, string>): Desk {
  const press = pressing(Object.keys(answers));
  const ends = Object.entries(answers).map(([pane, text]) => answering(press.press.runId, pane, text));
  return after(desk, press, ...ends);
}
