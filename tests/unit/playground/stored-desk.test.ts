import { describe, expect, it } from "vitest";
import { readStoredDesk } from "@/lib/playground/read-stored-desk";
import { storedHead, withFewerRuns, writeStoredDesk } from "@/lib/playground/stored-desk";
import type { DeskAction } from "@/lib/playground/actions";
import type { Desk } from "@/lib/playground/experiment";
import { after, answering, deskWith, played, pressing } from "./support";

const TIMINGS = { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 };
const full = played(
  after(deskWith(2, "x"), { type: "setParameter", pane: "p1", key: "stop", value: ["."] }),
  { p1: "1", p2: "2" },
);

describe("a stored desk", () => {
  it("comes back as it was, without the undo", () => {
    const cleared = after(full, { type: "clear" });
    expect(readStoredDesk(writeStoredDesk(full, "me", 5))).toEqual({
      version: 1,
      savedAt: 5,
      writer: "me",
      desk: full,
    });
    expect(readStoredDesk(writeStoredDesk(cleared, "me", 5))?.desk.undo).toBeUndefined();
  });

  it("keeps the exact tokens of a turn, and is refused where they cannot be any", () => {
    const turn = { id: "t", role: "assistant" as const, content: "On", tokens: [79, 110] };
    const exact = after(full, { type: "addTurn", turn, pane: "p2" });
    const text = writeStoredDesk(exact, "me", 5);
    expect(readStoredDesk(text)?.desk).toEqual(exact);
    expect(readStoredDesk(text.replace("[79,110]", "[79,1024]"))).toBeUndefined();
  });

  it("comes back cut where a run was still going", () => {
    const going = after(full, pressing(["p1"]));
    expect(
      readStoredDesk(writeStoredDesk(going, "me", 5))?.desk.runs.p1?.records.at(-1)?.run.end?.reason,
    ).toBe("cut");
  });

  it.each([
    "",
    "nonsense",
    "{}",
    "null",
    '{"version":2}',
    writeStoredDesk(full, "me", 5).replace('"p1"', "1"),
  ])("is refused when it is not one: %s", (text) => expect(readStoredDesk(text)).toBeUndefined());

  it("says without being read when it was saved, and whether a link was let be; what is no desk says nothing", () => {
    const link = { title: "", since: "opened" } as const;
    expect(storedHead(writeStoredDesk(full, "me", 1_790_000_000_000))).toEqual({
      savedAt: 1_790_000_000_000,
    });
    expect(storedHead(writeStoredDesk({ ...full, link }, "me", 5))).toEqual({ savedAt: 5, letBe: true });
    const worked = { ...full, link: { ...link, since: "run" } as const };
    expect(storedHead(writeStoredDesk(worked, "me", 5))).toEqual({ savedAt: 5 });
    for (const text of ["", "nonsense", '{"version":2,"savedAt":5,"writer":"me"}'])
      expect(storedHead(text)).toBeUndefined();
  });

  it("keeps how an answer came, of a series that on show alone", () => {
    const [one, two] = [pressing(["p1"], { series: "s" }), pressing(["p1"], { series: "s" })];
    const came = [one, two].map(({ press: { runId } }): DeskAction => ({
      type: "events",
      runId,
      events: [
        { pane: "p1", type: "pace", pace: [5, 1] },
        { pane: "p1", type: "end", reason: "complete", timings: TIMINGS },
      ],
    }));
    const desk = after(deskWith(1, "x"), one, ...came.slice(0, 1), two, ...came.slice(1));
    const kept = readStoredDesk(writeStoredDesk(desk, "me", 5))?.desk.runs.p1?.records;
    expect(kept?.map(({ run }) => run.pace)).toEqual([undefined, [5, 1]]);
  });

  it("keeps only the newest run of each pane when storage is short, no part of a series any more", () => {
    const press = pressing(["p1", "p2"], { series: "s" });
    const { runId } = press.press;
    const many = after(full, press, answering(runId, "p1", "3"), answering(runId, "p2", "4"));
    expect(withFewerRuns(many).runs.p1?.records[0]?.series).toBeUndefined();
    expect(
      Object.values(withFewerRuns(many).runs).map(({ records }) => records.map(({ run }) => run.text)),
    ).toEqual([["3"], ["4"]]);
  });
});

const START = {
  type: "start" as const,
  attempt: 1,
  provider: "built-in",
  model: "built-in/sprout",
  dropped: [],
};

describe("a stored series", () => {
  /** Eight panes with a hundred runs each, as Sprout answers them, at its longest. */
  function fullDesk(text: string, system = ""): Desk {
    const body = () => ({
      model: "sprout",
      messages: [
        { role: "system", content: system },
        { role: "user", content: "Finish: The cat sat on the" },
      ],
      temperature: 1.6,
      max_tokens: 120,
    });
    const panes = Array.from({ length: 8 }, (_, index) => `p${index + 1}`);
    const token = { text: " cat", bytes: [32, 99, 97, 116], logprob: -1.234_567, top: [] };
    return Array.from({ length: 100 }).reduce<Desk>(
      (desk, _, run) => {
        const press = pressing(panes, { series: "5a1c1a52-6d5c-4f6e-8d3c-0f4f9e5f4c55" });
        const { runId } = press.press;
        return panes.reduce<Desk>(
          (before, pane) =>
            after(
              before,
              {
                type: "events",
                runId,
                events: [
                  { pane, ...START, body: body(), seed: 4_000_000_000 + run },
                  { pane, type: "usage", source: "server", input: 12, output: 256 },
                  { pane, type: "tokens", tokens: Array.from({ length: 50 }, () => token) },
                ],
              },
              answering(runId, pane, text),
            ),
          after(desk, press),
        );
      },
      deskWith(8, "x"),
    );
  }
  const MEGABYTE = 1024 * 1024;

  it("of eight panes with a hundred runs each stays well under 2 MB, however long the answers and the prompt", () => {
    const short = writeStoredDesk(fullDesk("The cat sat on the mat."), "me", 5);
    // 256 tokens of Sprout are at most about so many letters.
    const long = writeStoredDesk(fullDesk("x".repeat(1000), "y".repeat(20_000)), "me", 5);
    process.stdout.write(
      `800 runs: ${(short.length / MEGABYTE).toFixed(2)} MB, at their longest ${(long.length / MEGABYTE).toFixed(2)} MB\n`,
    );
    expect(short.length).toBeLessThan(0.5 * MEGABYTE);
    expect(long.length).toBeLessThan(1.5 * MEGABYTE);
  });

  it("comes back whole, with what was sent of each run; tokens of the run on show alone", () => {
    const desk = after(fullDesk("Hi"), { type: "showRun", pane: "p2", index: 7 });
    const back = readStoredDesk(writeStoredDesk(desk, "me", 5))?.desk;
    const lean = (runs: Desk["runs"]) =>
      Object.values(runs).map(({ records }) =>
        records.map(({ run, ...rest }) => ({ ...rest, ...run, tokens: 0 })),
      );
    expect(back && lean(back.runs)).toEqual(lean(desk.runs));
    expect(
      back?.runs.p2?.records.flatMap(({ run }, index) => (run.tokens.length > 0 ? [index] : [])),
    ).toEqual([7]);
    expect(back?.runs.p2?.records[7]).toEqual(desk.runs.p2?.records[7]);
  });

  it("is read from a desk that was stored with all bodies, and without a number of times", () => {
    const text = JSON.stringify({ version: 1, savedAt: 5, writer: "me", desk: full });
    expect(readStoredDesk(text)?.desk).toEqual(full);
  });
});

describe("what a tab remembers", () => {
  const set = after(full, { type: "setTimes", times: 40 }, { type: "setRunAsIMove", on: true });
  it("is kept but for what may run by itself", () => {
    expect(readStoredDesk(writeStoredDesk(set, "me", 5))?.desk).toEqual({ ...full, times: 40 });
  });
  it.each([1, 101, 2.5])("is refused when %s is no number of times", (times) =>
    expect(readStoredDesk(writeStoredDesk({ ...full, times }, "me", 5))).toBeUndefined(),
  );
});
