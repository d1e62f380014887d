import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { IntlProvider } from "use-intl";
import AnswerTreeList from "@/components/playground/answer-tree-list";
import CompareAnswers from "@/components/playground/compare-answers";
import { DeskContext } from "@/components/playground/desk-context";
import { createDeskStore } from "@/components/playground/desk-store";
import { MessageHints } from "@/components/playground/message-hints";
import { SeriesSentence } from "@/components/playground/series-sentence";
import { SpreadList } from "@/components/playground/spread-list";
import { compiledMessages } from "@/lib/messages/compiled";
import type { Language } from "@/lib/messages/languages";
import { NO_RUNS, shownRecord, type Desk } from "@/lib/playground/experiment";
import { spreadOf, type Spread } from "@/lib/playground/spread";
import { after, answering, deskWith, played, pressing } from "../playground/support";
import { toolsFor } from "./tools";

function html(part: ReactNode, desk: Desk = deskWith(1), language: Language = "en"): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={compiledMessages(language)} timeZone="UTC">
      <DeskContext value={toolsFor(createDeskStore(desk))}>{part}</DeskContext>
    </IntlProvider>,
  );
}

/** What is read, without what only a screen reader or a tool sees. */
const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** A series in which each pane gives its answers in turn. */
function series(answers: Record<string, string[]>, desk = deskWith(Object.keys(answers).length, "x")): Desk {
  const panes = Object.keys(answers);
  return (answers[panes[0] ?? ""] ?? []).reduce<Desk>((before, _, at) => {
    const press = pressing(panes, { series: "s" });
    const ends = panes.map((pane) => answering(press.press.runId, pane, answers[pane]?.[at] ?? ""));
    return after(before, press, ...ends);
  }, desk);
}

function spread(...answers: string[]): Spread {
  const runs = series({ p1: answers }).runs.p1 ?? NO_RUNS;
  const found = spreadOf(runs, shownRecord(runs));
  if (!found) throw new Error("no series");
  return found;
}

const list = (of: Spread, language: Language = "en", isExample = false) =>
  html(<SpreadList spread={of} isExample={isExample} onShow={() => {}} />, undefined, language);

describe("the answers of a series", () => {
  it("are headed by how many there were, how many different, and how long", () => {
    const found = spread("The cat.", "The cat sat on it.", "The cat.", "Yes.");
    expect(textOf(list(found))).toContain("4 runs, 3 different answers · 1 to 5 words, median 2");
    expect(textOf(list({ ...found, lost: 2 }))).toContain("3 different answers, 2 without an answer");
    expect(textOf(list(spread("The cat.", "The cat.")))).toContain("2 runs, 1 answer · 2 words");
    expect(textOf(list(spread("猫。", "猫坐着。"), "zh"))).toContain(
      "2 次运行，2 种回答 · 1 到 3 个字，中位数 2",
    );
  });

  it("of a first visit are not measured", () => {
    expect(textOf(list(spread("The cat.", "A dog."), "en", true))).not.toContain("words");
  });

  it("are eight at first, and the rest at a press", () => {
    const many = list(spread(...Array.from({ length: 11 }, (_, index) => `answer ${index}`)));
    expect(many).toContain("answer 7");
    expect(many).not.toContain("answer 8");
    expect(textOf(many)).toContain("3 more");
    expect(textOf(list(spread("a", "b")))).not.toContain("more");
  });

  it("can be seen as a tree where they differ", () => {
    expect(list(spread("a", "b"))).toContain("By first difference");
    expect(list(spread("a", "a"))).not.toContain("By first difference");
  });

  it("as a tree share their beginning, and say where one ends", () => {
    const found = spread(
      "The cat sat on the mat",
      "The cat sat on the mat",
      "The cat sat on a roof",
      "The cat sat",
    );
    const tree = html(<AnswerTreeList spread={found} onShow={() => {}} />);
    expect(textOf(tree)).toBe("The cat sat 4 on 3 the mat 2 a roof 1 (ends here) 1");
    expect(tree.match(/<ul/g)).toHaveLength(3);
    // What is common to several answers is no answer to show.
    expect(tree.match(/<button/g)).toHaveLength(3);
    expect(tree).toContain('aria-label="3 of 4, 75%"');
  });

  it("are compared in one sentence", () => {
    const desk = series({ p1: ["a", "a"], p2: ["a", "b"], p3: ["c", "c"] });
    expect(textOf(html(<SeriesSentence />, desk))).toBe(
      "2 runs each: 1 answer in pane 1, 2 in pane 2, 1 in pane 3.",
    );
    expect(textOf(html(<SeriesSentence />, desk, "zh"))).toBe(
      "各运行 2 次：面板 1 给出 1 种不同的回答，面板 2 给出 2 种，面板 3 给出 1 种。",
    );
    expect(html(<SeriesSentence />, series({ p1: ["a", "a"] }))).toBe("");
  });
});

describe("beside Run", () => {
  const paid = (desk: Desk) => after(desk, { type: "setModel", pane: "p2", model: "openai/gpt-4o-mini" });

  it("stands how often it runs, and what that may cost where it costs", () => {
    const forty = after(deskWith(2, "x"), { type: "setTimes", times: 40 });
    expect(textOf(html(<MessageHints />, forty))).toContain("Run 40 times");
    expect(html(<MessageHints />, forty)).toMatch(
      /<input type="number"[^>]* min="2" max="100"[^>]* value="40"/,
    );
    expect(textOf(html(<MessageHints />, forty))).not.toContain("Run 40 times, ");
    expect(textOf(html(<MessageHints />, paid(forty)))).toContain("Run 40 times, price unknown");
  });

  it("says that a fixed seed makes all of them the same", () => {
    const fixed = after(deskWith(1, "x"), { type: "setParameter", pane: "p1", key: "seed", value: 7 });
    expect(textOf(html(<MessageHints />, fixed))).toContain("all 10 answers will be the same");
  });

  it("is the switch to run as one moves, off at first, and why it cannot be where it cannot", () => {
    const two = deskWith(2, "x");
    expect(html(<MessageHints />, two)).toMatch(/role="switch" aria-checked="false" class/);
    const on = after(two, { type: "setRunAsIMove", on: true });
    expect(html(<MessageHints />, on)).toMatch(/role="switch" aria-checked="true" class/);
    const [, id] =
      /role="switch" aria-checked="false" aria-disabled="true" aria-describedby="([^"]+)"/.exec(
        html(<MessageHints />, paid(on)),
      ) ?? [];
    expect(html(<MessageHints />, paid(on))).toContain(`<span id="${id}"`);
    expect(textOf(html(<MessageHints />, paid(on)))).toContain("that of pane 2 is not.");
  });
});

describe("the comparison of two answers", () => {
  const desk = played(
    played(deskWith(2, "x"), { p1: "The cat sat on the mat.", p2: "The cat sat on the mat." }),
    { p1: "The cat lay on the mat." },
  );
  const dialog = (pane: string, language: Language = "en") =>
    html(<CompareAnswers pane={pane} />, desk, language);

  it("marks what only one of them has, in strokes and in words", () => {
    const found = dialog("p1");
    expect(found).toMatch(
      /<del class="[^"]*line-through[^"]*"><span class="sr-only">removed:<\/span> sat<\/del>/,
    );
    expect(found).toMatch(/<ins class="[^"]*underline[^"]*"><span class="sr-only">added:<\/span> lay<\/ins>/);
    expect(textOf(found)).toContain("5 words the same, 1 only left, 1 only right");
    expect(textOf(dialog("p1", "zh"))).toContain("5 个字相同，1 个只在左边，1 个只在右边");
  });

  it("offers every run of every pane, with the two that were chosen", () => {
    const found = dialog("p1");
    expect(found.match(/<optgroup label="Pane \d: Sprout"/g)).toHaveLength(4);
    expect(found.match(/<option /g)).toHaveLength(6);
    expect([...found.matchAll(/selected="">([^<]*)/g)].map(([, text]) => text)).toEqual([
      "Pane 1, run 1 of 2: The cat sat on the mat.",
      "Pane 1, run 2 of 2: The cat lay on the mat.",
    ]);
  });

  it("says plainly that both are the same", () => {
    const same = after(desk, { type: "showRun", pane: "p1", index: 0 });
    const found = html(<CompareAnswers pane="p1" />, same);
    expect(textOf(found)).toContain("Both are the same, word for word.");
    expect(found).not.toMatch(/<(?:ins|del)/);
  });
});
