import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLinkAnswers } from "@/lib/links/from-link-answer";
import { newPane } from "@/lib/playground/experiment";
import { hasPace, recordedEvents } from "@/lib/replay/recorded-events";
import { beginReplay, playUntil } from "@/lib/replay/replay-run";
import type { Run } from "@/lib/run";
import { times } from "../../support/counts";
import { randomAnswer } from "../../support/random-answers";

/** An answer that thought for 300 ms, and wrote at 320 and 420 ms. */
const RUN: Run = {
  state: "ended",
  text: "On the roof.",
  reasoning: "Cats climb.",
  tokens: [{ text: "On", bytes: [79, 110], logprob: -0.25, top: [] }],
  start: { attempt: 2, provider: "openai", model: "openai/gpt-4o", body: { model: "gpt-4o" }, dropped: [] },
  usage: { source: "server", input: 20, output: 4 },
  end: {
    reason: "length",
    servedModel: "g",
    timings: { firstTokenMs: 300, totalMs: 500, tokensPerSecond: 8 },
  },
  pace: [300, -11, 20, 3, 100, 4],
};
const TIMINGS = { firstTokenMs: 100, totalMs: 500, tokensPerSecond: 10 };

const at = (run: Run, ms: number) => playUntil(beginReplay(run), ms).run;

describe("a recorded answer that plays again", () => {
  it("comes as it came, with what was sent from the first", () => {
    const seen = [0, 299, 300, 319, 320, 419, 420, 499, 500].map((ms) => {
      const { state, reasoning, text } = at(RUN, ms);
      return [ms, state, reasoning, text];
    });
    expect(seen).toEqual([
      [0, "waiting", "", ""],
      [299, "waiting", "", ""],
      [300, "streaming", "Cats climb.", ""],
      [319, "streaming", "Cats climb.", ""],
      [320, "streaming", "Cats climb.", "On "],
      [419, "streaming", "Cats climb.", "On "],
      // What came after the end of the notes came at once.
      [420, "streaming", "Cats climb.", "On the roof."],
      [499, "streaming", "Cats climb.", "On the roof."],
      [500, "ended", "Cats climb.", "On the roof."],
    ]);
    expect(at(RUN, 0).start).toEqual(RUN.start);
    expect(at(RUN, 499).usage).toBeUndefined();
  });

  it("ends as the very answer it was, and says nothing of its time before", () => {
    expect(at(RUN, 500)).toEqual(RUN);
    expect(playUntil(beginReplay(RUN), 500).left).toEqual([]);
  });

  it("changes nothing while nothing comes", () => {
    const begun = playUntil(beginReplay(RUN), 0);
    expect(playUntil(begun, 299)).toBe(begun);
  });

  it("of whose pieces nothing is known comes evenly between its first token and its end", () => {
    const run: Run = {
      ...RUN,
      text: "abcd",
      reasoning: "",
      pace: undefined,
      end: { reason: "complete", timings: TIMINGS },
    };
    expect([99, 100, 233, 234, 367, 500].map((ms) => at(run, ms).text)).toEqual([
      "",
      "a",
      "ab",
      "ab",
      "abc",
      "abcd",
    ]);
    const thought = { ...run, reasoning: "xy", text: "ab" };
    expect(at(thought, 234)).toMatchObject({ reasoning: "xy", text: "" });
    expect(at(thought, 367)).toMatchObject({ reasoning: "xy", text: "a" });
    // Uncounted, four characters are a token.
    expect(at({ ...run, text: "abcdefgh", usage: undefined }, 499).text).toBe("abcd");
  });

  it("of which nothing at all is known comes at once", () => {
    const run: Run = { ...RUN, pace: undefined, end: { reason: "complete" } };
    expect(hasPace(run)).toBe(false);
    expect(at(run, 0)).toMatchObject({ state: "ended", text: "On the roof." });
    expect(hasPace(RUN)).toBe(true);
    expect(hasPace({ ...run, end: { reason: "complete", timings: TIMINGS } })).toBe(true);
    expect(hasPace({ ...RUN, text: "", reasoning: "" })).toBe(false);
  });

  it("shows no half of a character, wherever a pace is cut", () => {
    const run: Run = { ...RUN, text: "a😀b", reasoning: "", pace: [10, 2, 10, 1, 10, 1] };
    expect([10, 20, 30].map((ms) => at(run, ms).text)).toEqual(["a😀", "a😀b", "a😀b"]);
  });

  it("whatever it is, ends as it was, and never shows less than before", () => {
    fc.assert(
      fc.property(randomAnswer, fc.array(fc.nat(5000)), (answer, moments) => {
        const pane = newPane("p");
        const [record] = fromLinkAnswers([answer], { pane, history: [], seriesName: String }, () => "id");
        const recorded = record?.run as Run;
        const events = recordedEvents(recorded);
        expect(events.map((each) => each.at)).toEqual(
          events.map((each) => each.at).toSorted((a, b) => a - b),
        );
        let replay = beginReplay(recorded);
        for (const moment of moments.toSorted((a, b) => a - b)) {
          const before = replay.run;
          replay = playUntil(replay, moment);
          expect(replay.run.text.startsWith(before.text)).toBe(true);
          expect(recorded.text.startsWith(replay.run.text)).toBe(true);
        }
        expect(playUntil(replay, Number.POSITIVE_INFINITY).run).toEqual(recorded);
      }),
      { numRuns: times(300, 10_000) },
    );
  });
});
