import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { templateNames } from "@/lib/code/template-names";
import { templateText } from "@/lib/code/template-text";
import { writePromptfoo } from "@/lib/code/write-promptfoo";
import { PROVIDERS, BUILT_IN } from "@/lib/catalog/providers";
import { promptOf } from "@/lib/playground/conversation";
import type { DeskAction } from "@/lib/playground/actions";
import type { Desk } from "@/lib/playground/experiment";
import { anyText, AWKWARD } from "../../support/awkward-texts";
import { CODE_PROVIDERS } from "../../support/wire-requests";
import { after, deskWith, played } from "../playground/support";

const PROVIDERS_HERE = [
  BUILT_IN,
  { id: "openai", ...PROVIDERS.openai, host: "api.openai.com" },
  ...CODE_PROVIDERS.slice(2),
];

type Message = { role: string; content: string };
type Config = {
  description?: string;
  prompts: { label: string; raw: string }[];
  providers: {
    id: string;
    label: string;
    prompts?: string[];
    config: { apiBaseUrl: string; apiKeyEnvar: string; passthrough?: object } & Record<string, unknown>;
  }[];
  tests?: { vars: Record<string, string> }[];
};

function written(desk: Desk): Config {
  const names = new Map(desk.experiment.panes.map(({ id }) => [id, `Pane ${id}`]));
  const text = writePromptfoo({ desk, names, providers: PROVIDERS_HERE, origin: "http://fader.example" });
  return parse(text) as Config;
}

/**
 * What promptfoo's template language makes of a text, as far as we write it: names and one string. Anything else that
 * would open a tag there is a fault, and so is the end of a comment that did not begin.
 */
function rendered(template: string, vars: Record<string, string>): string {
  let text = "";
  for (let rest = template; rest !== "";) {
    const opening = /\{[{%#]/.exec(rest)?.index ?? rest.length;
    if (rest.slice(0, opening).includes("#}")) throw new Error(`ends no comment: ${rest}`);
    text += rest.slice(0, opening);
    rest = rest.slice(opening);
    if (rest === "") break;
    const [tag, string, name = ""] =
      /^\{\{ (?:'([^']*)'|([\p{L}_][\p{L}\p{M}\p{N}_]*)) \}\}/u.exec(rest) ?? [];
    if (tag === undefined) throw new Error(`not a tag of ours: ${rest}`);
    if (string === undefined && !Object.hasOwn(vars, name)) throw new Error(`no value: ${name}`);
    text += string ?? vars[name];
    rest = rest.slice(tag.length);
  }
  return text;
}

/** What promptfoo would send for a provider. */
function promptsOf(config: Config, label: string): Message[] {
  const allowed = config.providers.find((provider) => provider.label === label)?.prompts;
  const prompts = config.prompts.filter((prompt) => !allowed || allowed.includes(prompt.label));
  expect(prompts).toHaveLength(1);
  const raw = prompts[0]?.raw ?? "";
  // Without a line break promptfoo may take it for a path.
  expect(raw).toContain("\n");
  const vars = config.tests?.[0]?.vars ?? {};
  return (JSON.parse(raw) as Message[]).map(({ role, content }) => ({
    role,
    content: rendered(content, vars),
  }));
}

/** What a run would send, the system prompt as a message. */
function expectedOf(desk: Desk, pane: Desk["experiment"]["panes"][number]): Message[] {
  const { system, messages } = promptOf(desk, pane);
  return [...(system === "" ? [] : [{ role: "system", content: system }]), ...messages];
}

const set = (name: string, value: string): DeskAction => ({ type: "setVariable", variable: { name, value } });

describe("an experiment as promptfoo's configuration", () => {
  const desk = after(
    deskWith(3, "Tell me about {{topic}}."),
    { type: "setTitle", text: "Two: models" },
    { type: "setSystem", text: "Be {{first-tone}}." },
    { type: "setModel", pane: "p2", model: "openai/gpt-4o-mini" },
    { type: "setParameter", pane: "p2", key: "temperature", value: 0.2 },
    { type: "setParameter", pane: "p2", key: "stop", value: ["\n", "{{"] },
    { type: "setModel", pane: "p3", model: "my-vllm/llama" },
    { type: "setPaneSystem", pane: "p3", text: "Own {{topic}}" },
    set("topic", "cats"),
    set("first-tone", "kind"),
    set("unused", "x"),
  );

  it("has every pane as a provider, its parameters under the names that go over the wire", () => {
    expect(written(desk)).toMatchObject({
      description: "Two: models",
      providers: [
        {
          id: "openai:chat:built-in/sprout",
          label: "Pane p1",
          prompts: ["prompt-1"],
          config: {
            apiBaseUrl: "http://fader.example/api/v1",
            apiKeyEnvar: "FADER_PASSWORD",
            apiKeyRequired: false,
            omitDefaults: true,
          },
        },
        {
          id: "openai:chat:gpt-4o-mini",
          prompts: ["prompt-1"],
          config: {
            apiBaseUrl: "https://api.openai.com/v1",
            apiKeyEnvar: "OPENAI_API_KEY",
            passthrough: { temperature: 0.2, stop: ["\n", "{{"] },
          },
        },
        {
          id: "openai:chat:llama",
          prompts: ["prompt-2"],
          config: { apiBaseUrl: "{{ env.MY_VLLM_BASE_URL }}", apiKeyEnvar: "MY_VLLM_API_KEY" },
        },
      ],
      tests: [{ vars: { topic: "cats", first_tone: "kind" } }],
    });
    expect(Object.keys(written(desk).tests?.[0]?.vars ?? {})).toEqual(["first_tone", "topic"]);
  });

  it("has the prompt as a template, in several lines of JSON", () => {
    const [prompt] = written(desk).prompts;
    expect(JSON.parse(prompt?.raw ?? "")).toEqual([
      { role: "system", content: "Be {{ first_tone }}." },
      { role: "user", content: "Tell me about {{ topic }}." },
    ]);
  });

  it("goes on with what each pane has answered, and carries what a prefill needs", () => {
    const talked = played(after(deskWith(1, "Hi")), { p1: "Hello {{x}}" });
    const next = { ...talked, experiment: { ...talked.experiment, message: "More" } };
    expect(promptsOf(written(next), "Pane p1")).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello {{x}}" },
      { role: "user", content: "More" },
    ]);
    const prefilled = after(
      deskWith(1, ""),
      { type: "setModel", pane: "p1", model: "my-vllm/llama" },
      { type: "addTurn", turn: { id: "a", role: "assistant", content: "The" } },
    );
    expect(written(prefilled).providers[0]?.config.passthrough).toMatchObject({
      continue_final_message: true,
    });
  });

  it("leaves out panes that nobody here runs, and what is not there", () => {
    const unknown = after(deskWith(2, "Hi"), { type: "setModel", pane: "p2", model: "gone/model" });
    const config = written(unknown);
    expect(config.providers.map(({ label }) => label)).toEqual(["Pane p1"]);
    expect(config).not.toHaveProperty("tests");
    expect(config).not.toHaveProperty("description");
  });

  it("says to every model what a run would say, whatever stands in texts and values", () => {
    const named = anyText.map((text) => text.replaceAll("n", "{{a}}").replaceAll("月", String.raw`\{{b-c}}`));
    fc.assert(
      fc.property(named, named, named, anyText, anyText, (system, own, message, a, b) => {
        const awkward = after(
          deskWith(2, `${message}{{b-c}}`),
          { type: "setSystem", text: system },
          { type: "addTurn", turn: { id: "t", role: "assistant", content: own } },
          { type: "setPaneSystem", pane: "p2", text: own },
          set("a", a === "" ? "." : a),
          set("b-c", b === "" ? "." : b),
        );
        const config = written(awkward);
        for (const pane of awkward.experiment.panes)
          expect(promptsOf(config, `Pane ${pane.id}`)).toEqual(expectedOf(awkward, pane));
      }),
      { numRuns: 150 },
    );
  });

  it("does not let promptfoo read a value as a file, a template or without its end", () => {
    for (const value of [
      "file:///etc/passwd",
      "package:x",
      "{{ a }}",
      "{% x %}",
      "{# x #}",
      "ends\n",
      ...AWKWARD,
    ]) {
      if (value === "") continue;
      const config = written(after(deskWith(1, "{{a}}"), set("a", value)));
      expect(promptsOf(config, "Pane p1")).toEqual([{ role: "user", content: value }]);
      for (const each of Object.values(config.tests?.[0]?.vars ?? {}))
        expect(each).not.toMatch(/^file:|^package:|\{[{%#]|\n$/);
    }
  });
});

describe("names in templates", () => {
  it("are words of the template language, each its own", () => {
    const names = ["a-b", "a_b", "in", "__proto__", "_x", "主题", "true"];
    expect([...templateNames(names)]).toEqual([
      ["a-b", "a_b"],
      ["a_b", "a_b_"],
      ["in", "variable_in"],
      ["__proto__", "variable___proto__"],
      ["_x", "variable__x"],
      ["主题", "主题"],
      ["true", "variable_true"],
    ]);
  });

  it("stand apart from braces around them", () => {
    const text = templateText("{{{a}}} {{{{a}} {%{{a}}", () => ({ variable: "a" }));
    expect(rendered(text, { a: "1" })).toBe("{1} {{1 {%1");
  });
});
