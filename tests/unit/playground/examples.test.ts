import { describe, expect, it } from "vitest";
import { recordAnswers } from "@/lib/cli/record-answers";
import { RECORDED_ANSWERS } from "@/lib/playground/recorded-answers";
import { withExamples } from "@/lib/playground/examples";
import { firstDesk } from "@/lib/playground/first-visit";
import { SPROUT_TARGET } from "@/lib/catalog/targets";
import { promptOf } from "@/lib/playground/conversation";
import { paneRuns } from "@/lib/playground/experiment";
import { toWireBody } from "@/lib/wire-body";

describe("the recorded examples", () => {
  it("are what Sprout answers to these seeds, word for word", () => {
    expect(recordAnswers()).toEqual(RECORDED_ANSWERS);
  });

  it("show what the two temperatures do", () => {
    const different = RECORDED_ANSWERS.map((pane) => new Set(pane.map(({ text }) => text)).size);
    expect(different[0]).toBeLessThan(different[1] ?? 0);
  });

  it("stand in each pane of the first visit, marked as examples, with the request they came from", () => {
    const desk = withExamples(firstDesk("Two"));
    for (const pane of desk.experiment.panes) {
      const { records, shown } = paneRuns(desk, pane.id);
      expect(records[shown]?.example).toBe(true);
      const prompt = { model: pane.model, parameters: pane.parameters, ...promptOf(desk, pane) };
      expect(records[shown]?.run.start?.body).toEqual(toWireBody(prompt, SPROUT_TARGET).body);
    }
  });
});
