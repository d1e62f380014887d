import { describe, expect, it } from "vitest";
import { fromLinkDocument } from "@/lib/links/from-link-document";
import { checkLinkDocument } from "@/lib/links/link-problem";
import { toLinkDocument } from "@/lib/links/to-link-document";
import type { Desk } from "@/lib/playground/experiment";
import { withExamples } from "@/lib/playground/examples";
import { firstDesk } from "@/lib/playground/first-visit";
import { readStoredDesk } from "@/lib/playground/read-stored-desk";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import type { RunEventBody } from "@/lib/run-events";
import { after, answering, deskWith, played, pressing } from "../playground/support";
import { FULL_DOCUMENT } from "./support";

let lastId = 0;
const newId = () => `new-${(lastId += 1)}`;
const FAILURE: RunEventBody = {
  type: "error",
  code: "provider_failed",
  phase: "during",
  message: "m",
  said: "org-secret is over its limit",
  retryable: true,
  upstream: { requestId: "req-secret" },
};

/** A desk whose one pane was played, with these events in it. */
function deskAfter(...events: RunEventBody[]): Desk {
  const press = pressing(["p1"], { startedAt: 1_764_000_000_000 });
  const heard = events.map((event) => ({ ...event, pane: "p1" }));
  return after(deskWith(1, "Hello"), press, { type: "events", runId: press.press.runId, events: heard });
}

const answersOf = (desk: Desk, answers: "shown" | "all" = "shown") =>
  toLinkDocument(desk, { answers }).panes[0]?.answers ?? [];

describe("what goes into a document", () => {
  it("is no answer unless that is asked for", () => {
    expect(toLinkDocument(played(deskWith(1, "x"), { p1: "1" })).panes).toEqual([
      { model: "built-in/sprout", parameters: {} },
    ]);
  });

  it("is of a failed answer the text that came, as cut, and nothing of why; of one without text, nothing", () => {
    const text: RunEventBody = { type: "text", text: "so far" };
    expect(answersOf(deskAfter(text, FAILURE))).toEqual([
      { text: "so far", ending: "cut", at: 1_764_000_000_000, turn: 0 },
    ]);
    expect(answersOf(deskAfter(FAILURE))).toEqual([]);
    expect(answersOf(deskAfter(text))).toEqual([]);
  });

  it("is nothing that a provider tells of an account", () => {
    const end: RunEventBody = {
      type: "end",
      reason: "complete",
      timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 3 },
      upstream: { requestId: "req-secret", rateLimits: { "remaining-tokens": "secret" } },
    };
    const document = toLinkDocument(deskAfter({ type: "text", text: "x" }, end), { answers: "all" });
    expect(JSON.stringify(document)).not.toMatch(/secret/);
    expect(checkLinkDocument(document)).toEqual({ document });
  });

  it("is nothing that stands on the desk without a place in a document", () => {
    const desk = deskWith(1, "x");
    const [pane] = desk.experiment.panes;
    for (const place of [desk, desk.experiment, pane, pane?.parameters])
      Object.assign(place ?? {}, { apiKey: "sk-secret" });
    expect(JSON.stringify(toLinkDocument(desk))).not.toMatch(/secret|"id"|p1/);
  });

  it("is what a pane shows: the answer on show, and its series where it is one of several", () => {
    const one = played(deskWith(1, "x"), { p1: "1" });
    const series = pressing(["p1"], { series: "s" });
    const more = pressing(["p1"], { series: "s" });
    const desk = after(
      played(one, { p1: "2" }),
      series,
      answering(series.press.runId, "p1", "3"),
      more,
      answering(more.press.runId, "p1", "4"),
      { type: "showRun", pane: "p1", index: 2 },
    );
    const texts = (d: Desk, which: "shown" | "all") => answersOf(d, which).map((answer) => answer.text);
    expect(texts(desk, "shown")).toEqual(["3", "4"]);
    expect(toLinkDocument(desk, { answers: "shown" }).panes[0]?.shown).toBe(0);
    expect(texts(desk, "all")).toEqual(["1", "2", "3", "4"]);
    const alone = after(desk, { type: "showRun", pane: "p1", index: 1 });
    expect(texts(alone, "shown")).toEqual(["2"]);
  });

  it("leaves odd figures of a server out rather than the answer", () => {
    const usage = { type: "usage", source: "server", input: 1.5, output: -1 } as RunEventBody;
    const end = { type: "end", reason: "complete", servedModel: "m".repeat(500) } as RunEventBody;
    const [answer] = answersOf(deskAfter({ type: "text", text: "x" }, usage, end));
    expect(answer).toMatchObject({ text: "x", ending: "complete" });
    expect(answer).not.toHaveProperty("usage");
    expect(answer).not.toHaveProperty("servedModel");
  });

  it("is the first visit's examples too, as answers of which nobody knows when they were made", () => {
    const document = toLinkDocument(withExamples(firstDesk("First")), { answers: "shown" });
    expect(document.panes.map(({ answers }) => answers?.length)).toEqual([10, 10]);
    expect(document.panes[0]?.answers?.[0]).not.toHaveProperty("at");
    const desk = fromLinkDocument(document, newId);
    const records = Object.values(desk.runs).flatMap((runs) => runs.records);
    expect(records.every(({ recorded, example }) => recorded && !example)).toBe(true);
    expect(desk.link).toEqual({ title: "First", since: "opened" });
  });
});

describe("a desk from a document", () => {
  const desk = fromLinkDocument(FULL_DOCUMENT, newId);

  it("has new ids, and answers that belong to their turns", () => {
    const { turns, panes } = desk.experiment;
    const ids = [...turns, ...panes, ...panes.flatMap((pane) => pane.turns)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    const [first, second] = panes.map((pane) => desk.runs[pane.id]?.records ?? []);
    expect(first?.map(({ answersTurn }) => answersTurn)).toEqual([turns[1]?.id, turns[1]?.id]);
    expect(second?.map(({ answersTurn }) => answersTurn)).toEqual([panes[1]?.turns[0]?.id]);
    expect(new Set(first?.map(({ series }) => series)).size).toBe(1);
    expect(first?.[1]?.run.start?.body).toBe(first?.[0]?.run.start?.body);
    expect(second?.[0]?.run.start?.dropped).toEqual([{ parameter: "topK", code: "notTaken", reason: "" }]);
  });

  it("runs nothing, remembers where it is from, and is kept by the browser as it is", () => {
    expect(desk.runAsIMove).toBeUndefined();
    expect(Object.values(desk.runs).flatMap(({ records }) => records.map(({ run }) => run.state))).toEqual([
      "ended",
      "ended",
      "ended",
    ]);
    expect(desk.link).toEqual({
      title: "Cats, twice",
      answersAt: 1_764_000_001_000,
      since: "opened",
      lock: ["temperature", "system"],
      hide: ["model"],
    });
    const stored = readStoredDesk(writeStoredDesk(desk, "me", 5))?.desk;
    expect(stored).toEqual(desk);
  });
});
