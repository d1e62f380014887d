import { SPROUT } from "../catalog/models";
import type { JsonObject, ParameterValues } from "../catalog/parameters";
import type { Desk, PaneRuns, RunRecord } from "./experiment";
import { RECORDED_ANSWERS, type RecordedAnswer } from "./recorded-answers";

/** The first desk with Sprout's recorded answers on show: ten runs for each pane, marked as recorded. */
export function withExamples(desk: Desk): Desk {
  const runs = desk.experiment.panes.map((pane, index): [string, PaneRuns] => {
    const answers = RECORDED_ANSWERS[index] ?? [];
    const body = bodyOf(desk.experiment.message, pane.parameters);
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

/**
 * What `toWireBody` makes of a first visit's pane, which a test holds: what every page begins with does without the whole
 * way from parameters to names on the wire.
 */
function bodyOf(content: string, { temperature = 1, maxOutputTokens = 0 }: ParameterValues): JsonObject {
  return {
    model: "sprout",
    messages: [{ role: "user", content }],
    stream: true,
    temperature,
    max_tokens: maxOutputTokens,
  };
}

function toRecord(
  body: JsonObject,
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
