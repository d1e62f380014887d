import { describe, expect, it } from "vitest";
import { readStoredDesk } from "@/lib/playground/read-stored-desk";
import { savedAtOf, withFewerRuns, writeStoredDesk } from "@/lib/playground/stored-desk";
import { after, deskWith, played, pressing } from "./support";

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

  it("says when it was saved without being read, and what is no desk does not", () => {
    expect(savedAtOf(writeStoredDesk(full, "me", 1_790_000_000_000))).toBe(1_790_000_000_000);
    for (const text of ["", "nonsense", '{"version":2,"savedAt":5,"writer":"me"}'])
      expect(savedAtOf(text)).toBeUndefined();
  });

  it("keeps only the newest run of each pane when storage is short", () => {
    const many = played(full, { p1: "3", p2: "4" });
    expect(
      Object.values(withFewerRuns(many).runs).map(({ records }) => records.map(({ run }) => run.text)),
    ).toEqual([["3"], ["4"]]);
  });
});
