import { SPROUT } from "../catalog/models";
import { SPROUT_TARGET } from "../catalog/targets";
import { toWireBody, type WireBody } from "../wire-body";
import type { Desk, PaneRuns, RunRecord } from "./experiment";
import { RECORDED_ANSWERS, type RecordedAnswer } from "./recorded-answers";

/** The first desk with Sprout's recorded answers on show: ten runs for each pane, marked as recorded. */
export function withExamples(desk: Desk): Desk {
  const runs = desk.experiment.panes.map((pane, index): [string, PaneRuns] => {
    const answers = RECORDED_ANSWERS[index] ?? [];
    const messages = [{ role: "user" as const, content: desk.experiment.message }];
    const { body } = toWireBody(
      { model: SPROUT.id, parameters: pane.parameters, system: "", messages },
      SPROUT_TARGET,
    );
    return [
      pane.id,
      {
        records: answers.map((answer) => toRecord(body, pane.parameters, answer)),
        shown: answers.length - 1,
      },
    ];
  });
  return { ...desk, runs: Object.fromEntries(runs) };
}

function toRecord(
  body: WireBody["body"],
  parameters: RunRecord["parameters"],
  { seed, text, input, output }: RecordedAnswer,
): RunRecord {
  return {
    id: `recorded-${seed}`,
    model: SPROUT.id,
    parameters,
    series: "recorded",
    example: true,
    startedAt: 0,
    run: {
      state: "ended",
      text,
      reasoning: "",
      tokens: [],
      start: { attempt: 1, provider: SPROUT.provider, model: SPROUT.id, body, dropped: [], seed },
      usage: { source: "server", input, output },
      end: { reason: "complete" },
    },
  };
}
