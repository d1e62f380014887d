import { describe, expect, it } from "vitest";
import { BUILT_IN } from "@/lib/catalog/providers";
import { codeRequest, hasExactTokens } from "@/lib/code/code-request";
import { codeSources } from "@/lib/code/code-sources";
import { withExamples } from "@/lib/playground/examples";
import { firstDesk } from "@/lib/playground/first-visit";
import { OPENAI } from "../../support/targets";
import { answered } from "../playground/forking";
import { after, deskWith } from "../playground/support";

const HERE = [BUILT_IN, OPENAI];

describe("what code is made of", () => {
  it("is what Run would send, filled, as long as nothing was sent; an example never was", () => {
    const { sent, now } = codeSources(withExamples(firstDesk("Two")), "p2", HERE);
    expect(sent).toBeUndefined();
    expect(now).toEqual({
      model: "built-in/sprout",
      body: {
        model: "sprout",
        messages: [{ role: "user", content: "Finish: The cat sat on the" }],
        stream: true,
        temperature: 1.6,
        max_tokens: 120,
      },
      unfilled: [],
    });
    const named = after(deskWith(1, "{{a}} {{b}}"), {
      type: "setVariable",
      variable: { name: "a", value: "1" },
    });
    expect(codeSources(named, "p1", HERE).now).toMatchObject({
      body: { messages: [{ role: "user", content: "1 {{b}}" }] },
      unfilled: ["b"],
    });
  });

  it("is what was sent for the answer on show, whatever has changed since", () => {
    const first = answered(
      after(deskWith(1), { type: "addTurn", turn: { id: "a", role: "user", content: "Go" } }),
      "p1",
      "One",
    );
    const second = answered(
      after(first, { type: "setParameter", pane: "p1", key: "seed", value: 7 }),
      "p1",
      "Two",
    );
    const changed = after(second, { type: "setModel", pane: "p1", model: "openai/x" });
    const at = (index: number) =>
      codeSources(after(changed, { type: "showRun", pane: "p1", index }), "p1", HERE);
    expect(at(0).sent).toMatchObject({ model: "built-in/sprout", run: 1, of: 2 });
    expect(at(0).sent?.body).not.toHaveProperty("seed");
    expect(at(1).sent?.body).toHaveProperty("seed", 7);
    expect(at(1).now).toMatchObject({ model: "openai/x", body: { model: "x" } });
  });

  it("leaves out what the model has refused, and is nothing where nobody runs it", () => {
    const desk = after(
      deskWith(1, "Hi"),
      { type: "setModel", pane: "p1", model: "openai/x" },
      { type: "setParameter", pane: "p1", key: "temperature", value: 1 },
    );
    const refused = { ...desk, refusals: { "openai/x": ["temperature" as const] } };
    expect(codeSources(refused, "p1", HERE).now?.body).not.toHaveProperty("temperature");
    expect(codeSources(desk, "p1", [BUILT_IN])).toEqual({});
  });
});

it("Sprout's exact tokens stay on this page: its door takes text", () => {
  const body = {
    model: "sprout",
    messages: [{ role: "assistant", content: "On", tokens: [79, 110] }, "odd"],
  };
  expect(hasExactTokens(body)).toBe(true);
  const request = codeRequest({ model: "built-in/sprout", body }, HERE, "http://fader.example");
  expect(request.body).toEqual({
    model: "built-in/sprout",
    messages: [{ role: "assistant", content: "On" }, "odd"],
  });
  expect(codeRequest({ model: "openai/x", body }, HERE, "").body).toBe(body);
});
