import { expect, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { isEnding, type RunEvent, type RunEventBody } from "@/lib/run-events";
import type { Adapter } from "@/lib/server/adapters/adapter";
import type * as RunPaneModule from "@/lib/server/run-pane";
import { RunRegistry } from "@/lib/server/run-registry";
import { runPanes } from "@/lib/server/run-panes";
import { textsFor } from "@/lib/server/texts";
import { runBody } from "../../support/run-bodies";

const END: RunEventBody = {
  type: "end",
  reason: "complete",
  timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
};

const counting: Adapter = async function* ({ model }) {
  for (const text of ["one ", "two ", "three"]) {
    await Promise.resolve();
    yield { type: "text", text };
    if (model === "built-in/broken") throw new AppError("model_failed");
  }
  yield END;
};

/** Panes of model "built-in/broken" fail after their first words, all others finish. */
vi.mock("@/lib/server/run-pane", async (original) => {
  const { runPane } = await original<typeof RunPaneModule>();
  return {
    runPane: (prompt: Parameters<typeof runPane>[0], context: Parameters<typeof runPane>[1]) =>
      runPane(prompt, context, { builtIn: counting, compatible: counting }),
  };
});

async function play(broken: boolean[]): Promise<RunEvent[]> {
  const body = runBody({ panes: broken.length });
  const panes = body.panes.map((pane, index) => ({
    ...pane,
    model: broken[index] ? "built-in/broken" : "built-in/sprout",
  }));
  const claim = new RunRegistry().claim(
    body.id,
    panes.map(({ id }) => id),
    "owner",
  );
  const events: RunEvent[] = [];
  for await (const batch of runPanes({ ...body, panes }, claim, { texts: textsFor(new Headers()) }))
    events.push(...batch);
  return events;
}

test("each of all 16 ways in which four panes can fail leaves the others whole", async () => {
  for (let faults = 0; faults < 16; faults += 1) {
    const broken = [0, 1, 2, 3].map((bit) => ((faults >> bit) & 1) === 1);
    const events = await play(broken);
    broken.forEach((isBroken, index) => {
      const own = events.filter(({ pane }) => pane === `pane-${index + 1}`);
      const text = own.map((event) => (event.type === "text" ? event.text : "")).join("");
      expect(text).toBe(isBroken ? "one " : "one two three");
      expect(own.filter(isEnding).map(({ type }) => type)).toEqual([isBroken ? "error" : "end"]);
      expect(isEnding(own.at(-1) as RunEvent)).toBe(true);
    });
  }
});
