import { describe, expect, it } from "vitest";
import { recordAnswers } from "@/lib/cli/record-answers";
import { RECORDED_ANSWERS } from "@/lib/playground/recorded-answers";
import { withExamples } from "@/lib/playground/examples";
import { firstDesk } from "@/lib/playground/first-visit";

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
    for (const { records, shown } of Object.values(desk.runs)) {
      expect(records[shown]?.example).toBe(true);
      expect(records[shown]?.run.start?.body).toMatchObject({
        model: "sprout",
        messages: [{ role: "user", content: "Finish: The cat sat on the" }],
      });
    }
  });
});
