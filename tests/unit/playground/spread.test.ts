import { describe, expect, it } from "vitest";
import { compareSeries } from "@/lib/playground/compare-series";
import { NO_RUNS, shownRecord, type Desk } from "@/lib/playground/experiment";
import { lengthsOf, spreadOf, type Spread } from "@/lib/playground/spread";
import { after, answering, deskWith, played, pressing } from "./support";

/** One series: a press for each row of answers, pane by pane; a pane without an answer in a row is cut there. */
function series(desk: Desk, ...rows: Record<string, string | undefined>[]): Desk {
  const name = `series of ${rows.length}`;
  return rows.reduce<Desk>((before, row) => {
    const press = pressing(Object.keys(row), { series: name });
    const { runId } = press.press;
    const answers = Object.entries(row).flatMap(([pane, text]) =>
      text === undefined ? [] : [answering(runId, pane, text)],
    );
    return after(before, press, ...answers, { type: "cut", runId });
  }, desk);
}

function spread(desk: Desk, pane = "p1"): Spread | undefined {
  const runs = desk.runs[pane] ?? NO_RUNS;
  return spreadOf(runs, shownRecord(runs));
}

describe("a spread", () => {
  const one = played(deskWith(1, "x"), { p1: "not part of it" });
  const four = series(one, { p1: "mat" }, { p1: "mat" }, { p1: "roof" }, { p1: "mat" });

  it("groups the equal answers of one series with their shares", () => {
    expect(spread(four)).toMatchObject({ runs: 4, finished: 4, lost: 0 });
    expect(spread(four)?.groups.map(({ text, count, share }) => [text, count, share])).toEqual([
      ["mat", 3, 0.75],
      ["roof", 1, 0.25],
    ]);
    expect(spread(one)).toBeUndefined();
  });

  it("counts what was cut as lost, what still goes as a run alone, and shares of what came to an end", () => {
    const lost = series(deskWith(1, "x"), { p1: "mat" }, { p1: undefined }, { p1: "roof" });
    const going = after(lost, pressing(["p1"], { series: "series of 3" }));
    expect(spread(going)).toMatchObject({ runs: 4, finished: 2, lost: 1 });
    expect(spread(going)?.groups.map(({ share }) => share)).toEqual([0.5, 0.5]);
  });

  it("has a shortest, a middle and a longest answer, each as often as it came", () => {
    const lengths = (...texts: string[]) =>
      lengthsOf(
        spread(series(deskWith(1, "x"), ...texts.map((text) => ({ p1: text }))))?.groups ?? [],
        (text) => text.length,
      );
    expect(lengths("1234567", "12", "12", "12", "1")).toEqual({ least: 1, median: 2, most: 7 });
    expect(lengths("1234", "1")).toEqual({ least: 1, median: 2.5, most: 4 });
    expect(lengths("1")).toEqual({ least: 1, median: 1, most: 1 });
  });
});

describe("series side by side", () => {
  const compare = (desk: Desk) => compareSeries(desk.experiment.panes, desk.runs);

  it("are compared where they are as long as one another", () => {
    const desk = series(deskWith(2, "x"), { p1: "mat", p2: "mat" }, { p1: "mat", p2: "roof" });
    expect(compare(desk)).toEqual({
      runs: 2,
      panes: [
        { number: 1, answers: 1 },
        { number: 2, answers: 2 },
      ],
    });
  });

  it("are not where one has lost runs, still goes, is of another length, or is not on show", () => {
    const two = { p1: "mat", p2: "mat" };
    const desk = series(deskWith(2, "x"), two, two);
    expect(compare(desk)).toBeDefined();
    expect(compare(series(deskWith(2, "x"), two, { p1: "mat", p2: undefined }))).toBeUndefined();
    expect(compare(after(desk, pressing(["p1", "p2"], { series: "series of 2" })))).toBeUndefined();
    expect(compare(series(desk, { p1: "mat" }, { p1: "mat" }, { p1: "mat" }))).toBeUndefined();
    expect(compare(played(desk, { p2: "alone" }))).toBeUndefined();
  });

  it("of several lengths are those that most panes have", () => {
    const long = series(deskWith(5, "x"), ...Array.from({ length: 3 }, () => ({ p1: "a", p2: "b" })));
    const desk = series(long, ...Array.from({ length: 2 }, () => ({ p3: "a", p4: "b", p5: "c" })));
    expect(compare(desk)?.panes.map(({ number }) => number)).toEqual([3, 4, 5]);
  });
});
