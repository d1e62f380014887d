import { describe, expect, it } from "vitest";
import type { DeskAction } from "@/lib/playground/actions";
import { ceilingOf } from "@/lib/playground/ceiling";
import { promptOf } from "@/lib/playground/conversation";
import { findPane, type Desk, type Turn } from "@/lib/playground/experiment";
import { forkStart } from "@/lib/playground/fork";
import { sameRequest, toRunRequest } from "@/lib/playground/play";
import { unfilledNames } from "@/lib/playground/prompt-texts";
import { readStoredDesk } from "@/lib/playground/read-stored-desk";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import { variableRows } from "@/lib/playground/variable-rows";
import { add, after, answered, FORK, sentBy } from "./forking";
import { deskWith, played, pressing } from "./support";

const value = (name: string, text: string): DeskAction => ({
  type: "setVariable",
  variable: { name, value: text },
});
const turn = (id: string, role: Turn["role"], content: string): Turn => ({ id, role, content });

/** Variables in every kind of text, all with a value but the one that only an answer names. */
const desk = after(
  deskWith(2, "Now {{topic}}"),
  { type: "setSystem", text: "Be {{tone}}." },
  { type: "setPaneSystem", pane: "p2", text: "Only {{mine}}." },
  add(turn("a", "user", "First {{topic}}")),
  add(turn("b", "assistant", "I read {{answer}} and {{topic}}")),
  add(turn("c", "user", String.raw`Own {{own}}, \{{own}}`), "p2"),
  value("topic", "cats"),
  value("tone", "kind"),
  value("mine", "me"),
  value("own", "dogs"),
);

const sent = (each: Desk) => {
  const press = pressing(["p1", "p2"]);
  return toRunRequest(after(each, press), press.press);
};

describe("a press", () => {
  it("sends what the user and system prompts say, filled, and answers as they are; the desk keeps the names", () => {
    const press = pressing(["p1", "p2"]);
    const pressed = after(desk, press);
    const shared = [
      { role: "user", content: "First cats" },
      { role: "assistant", content: "I read {{answer}} and {{topic}}" },
    ];
    expect(toRunRequest(pressed, press.press)).toMatchObject({
      system: "Be kind.",
      messages: shared,
      panes: [
        { messages: [...shared, { role: "user", content: "Now cats" }] },
        {
          system: "Only me.",
          messages: [
            ...shared,
            { role: "user", content: "Own dogs, {{own}}" },
            { role: "user", content: "Now cats" },
          ],
        },
      ],
    });
    expect(pressed.experiment.turns).toEqual(desk.experiment.turns);
    expect(findPane(pressed, "p1").turns.map(({ content }) => content)).toEqual(["Now {{topic}}"]);
  });

  it("resolves the escape where nothing has a value, too", () => {
    expect(sent(deskWith(2, String.raw`\{{a}}`)).messages).toEqual([{ role: "user", content: "{{a}}" }]);
  });

  it("asks the same in a later press of a series, whatever has been typed since", () => {
    const first = sent(desk);
    const later = pressing(["p1"]).press;
    const changed = after(desk, value("topic", "birds"));
    expect(sameRequest(first, changed, later).messages).toEqual(first.messages);
  });
});

describe("the prompt as it stands", () => {
  it("is filled for odds and counts, with what has no value left as it is", () => {
    expect(promptOf(desk, findPane(desk, "p2"))).toEqual({
      system: "Only me.",
      messages: sent(desk).panes[1]?.messages,
    });
    expect(promptOf(deskWith(1, "About {{x}}"), findPane(desk, "p1")).messages).toEqual([
      { role: "user", content: "About {{x}}" },
    ]);
  });

  it("counts values for the ceiling", () => {
    const models = [
      { id: "openai/a", label: "", provider: "openai", price: { input: 1_000_000, output: 1_000_000 } },
    ];
    const providers = [{ id: "openai", label: "", dialect: "openai", place: "host" }] as const;
    const costOf = (text: string) => {
      const typed = after(
        deskWith(1, "{{a}}"),
        { type: "setModel", pane: "p1", model: "openai/a" },
        { type: "setParameter", pane: "p1", key: "maxOutputTokens", value: 1 },
        value("a", text),
      );
      const ceiling = ceilingOf(typed, providers, models);
      return ceiling.kind === "atMost" ? ceiling.microUsd : undefined;
    };
    expect((costOf("x".repeat(105)) ?? 0) - (costOf("x".repeat(5)) ?? 0)).toBe(100);
  });
});

describe("names without a value", () => {
  const bare = { ...desk, experiment: { ...desk.experiment, variables: [] } };
  const names = (each: Desk, panes: string[], asItStands = false) =>
    unfilledNames(each.experiment, panes, asItStands);

  it("are those that these panes would send, in their order, none of an answer", () => {
    expect(names(desk, ["p1", "p2"])).toEqual([]);
    expect(names(bare, ["p1", "p2"])).toEqual(["tone", "topic", "mine", "own"]);
    expect(names(bare, ["p1"])).toEqual(["tone", "topic"]);
    expect(names(bare, ["p2"])).toEqual(["topic", "mine", "own"]);
  });

  it("count an empty value as none, and leave the message out where it is not sent", () => {
    const one = after(deskWith(1, "{{a}} {{b}}"), value("a", ""), value("b", " "));
    expect(names(one, ["p1"])).toEqual(["a"]);
    expect(names(one, ["p1"], true)).toEqual([]);
  });
});

describe("the table", () => {
  it("lists names in the order of the texts, then what no text names", () => {
    const typed = after(deskWith(1, "{{b}} {{a}}"), value("old", "1"), value("a", "2"));
    expect(variableRows(typed.experiment)).toEqual([
      { name: "b", value: "", isUsed: true },
      { name: "a", value: "2", isUsed: true },
      { name: "old", value: "1", isUsed: false },
    ]);
  });

  it("takes __proto__ for a name like any other", () => {
    const typed = after(deskWith(2, "{{__proto__}} {{constructor}}"), value("__proto__", "x"));
    expect(variableRows(typed.experiment)).toEqual([
      { name: "__proto__", value: "x", isUsed: true },
      { name: "constructor", value: "", isUsed: true },
    ]);
    expect(sent(after(typed, value("constructor", "y"))).messages[0]?.content).toBe("x y");
    expect(readStoredDesk(writeStoredDesk(typed, "me", 1))?.desk).toEqual(typed);
  });

  it("gives a removed one back", () => {
    const typed = after(deskWith(1), value("a", "1"), value("b", "2"));
    const removed = after(typed, { type: "removeVariable", name: "a" });
    expect(removed.experiment.variables).toEqual([{ name: "b", value: "2" }]);
    expect(removed.undo?.act).toBe("variableRemoved");
    expect(after(removed, { type: "undo" }).experiment).toEqual(typed.experiment);
    expect(after(removed, { type: "removeVariable", name: "b" }).experiment).not.toHaveProperty("variables");
  });

  it("is cleared of what only the conversation named, until that is undone", () => {
    const cleared = after(desk, { type: "clear" });
    expect(cleared.experiment.variables).toEqual([
      { name: "tone", value: "kind" },
      { name: "mine", value: "me" },
    ]);
    expect(after(cleared, { type: "undo" }).experiment).toEqual(desk.experiment);
  });
});

describe("a fork", () => {
  const one = after(deskWith(1), add(turn("a", "user", "About {{topic}}")), value("topic", "{{cats}}"));
  const told = answered(after(one, { type: "setSystem", text: "{{topic}}!" }), "p1", "One day");

  it("shares turns and system prompt with their names, and sends what was sent", () => {
    const forked = after(told, FORK);
    expect(findPane(forked, "f").turns).toEqual([{ id: "f1", role: "assistant", content: "On" }]);
    expect(findPane(forked, "f")).not.toHaveProperty("system");
    expect(sentBy(forked, "f").messages).toEqual([
      { role: "system", content: "{{cats}}!" },
      { role: "user", content: "About {{cats}}" },
      { role: "assistant", content: "On" },
    ]);
  });

  it("is not made when a value in shared turns has changed since", () => {
    expect(forkStart(after(told, value("topic", "dogs")), "p1")).toBeUndefined();
  });

  it("says what the answer was told, character by character, where that looks like a variable", () => {
    const alone = answered(
      after(
        deskWith(1),
        { type: "setPaneSystem", pane: "p1", text: "{{topic}}?" },
        add(turn("a", "user", "About {{topic}}"), "p1"),
        value("topic", "{{cats}}"),
      ),
      "p1",
      "One day",
    );
    const changed = after(alone, value("topic", "dogs"), value("cats", "birds"), FORK);
    expect(sentBy(changed, "f").messages).toEqual([
      { role: "system", content: "{{cats}}?" },
      { role: "user", content: "About {{cats}}" },
      { role: "assistant", content: "On" },
    ]);
  });

  it("leaves the turns of a conversation their names", () => {
    const talked = played(after(deskWith(1, "{{a}}"), value("a", "Hi")), { p1: "Hello" });
    const again = played(
      { ...talked, experiment: { ...talked.experiment, message: "{{a}}?" } },
      { p1: "Yes" },
    );
    expect(findPane(again, "p1").turns.map(({ content }) => content)).toEqual(["Hello", "{{a}}?"]);
    expect(sentBy(again, "p1").messages).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
      { role: "user", content: "Hi?" },
    ]);
  });
});
