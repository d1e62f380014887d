import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { IntlProvider } from "use-intl";
import type { ControlProps } from "@/components/parameters/control-frame";
import { FaderRail } from "@/components/parameters/fader-rail";
import StringsControl from "@/components/parameters/strings-control";
import TokenBiasControl from "@/components/parameters/token-bias-control";
import {
  PARAMETER_KEYS,
  parameterRow,
  type ParameterKey,
  type ParameterValues,
} from "@/lib/catalog/parameters";
import { support } from "@/lib/catalog/support";
import { SPROUT_TARGET, type Target } from "@/lib/catalog/targets";
import type { DeskLink } from "@/lib/playground/experiment";
import { openaiModel } from "../../support/targets";
import { compiledMessages } from "@/lib/messages/compiled";
import { LANGUAGES, type Language } from "@/lib/messages/languages";

/** One control that comes on demand, as it stands once it is there. */
function control(Control: ComponentType<ControlProps>, name: ParameterKey, values: ParameterValues): string {
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={compiledMessages("en")} timeZone="UTC">
      <Control
        name={name}
        target={SPROUT_TARGET}
        modelLabel="Sprout"
        values={values}
        refused={[]}
        onChange={() => {}}
        onSendAgain={() => {}}
      />
    </IntlProvider>,
  );
}

function rail(
  language: Language,
  values: ParameterValues = {},
  target: Target | null = SPROUT_TARGET,
  refused: ParameterKey[] = [],
  link?: DeskLink,
): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={compiledMessages(language)} timeZone="UTC">
      <FaderRail
        panes={[{ id: "a", number: 1, title: "Sprout" }]}
        selected="a"
        onSelect={() => {}}
        target={target ?? undefined}
        modelLabel="Sprout"
        values={values}
        refused={refused}
        link={link}
        onChange={() => {}}
        onSendAgain={() => {}}
        moveTogether={false}
        onMoveTogether={() => {}}
        unfolded
      />
    </IntlProvider>,
  );
}

describe.each(["en", "zh"] as const)("the rail in %s", (language) => {
  const { messages } = LANGUAGES[language];
  const html = rail(language);

  it.each(PARAMETER_KEYS)("has a control for %s, or the reason why not", (key) => {
    const { label } = messages.parameters[key];
    const isTaken = support(key, SPROUT_TARGET, {}).support !== "unsupported";
    expect(html.includes(`<fieldset aria-label="${label}"`)).toBe(isTaken);
    expect(html.includes(`<dt class="font-semibold">${label}</dt>`)).toBe(!isTaken);
  });

  it("says that an unset fader is not sent", () => {
    const sliders = PARAMETER_KEYS.filter(
      (key) =>
        ["number", "integer"].includes(parameterRow(key).kind) &&
        support(key, SPROUT_TARGET, {}).support !== "unsupported",
    );
    expect(html.split(`aria-valuetext="${messages.rail.defaultNotSent}"`).length - 1).toBe(sliders.length);
  });
});

describe("a fader", () => {
  it("says its value against the default, and offers to reset it", () => {
    const html = rail("en", { temperature: 0 });
    expect(html).toContain('aria-valuetext="0, default 1"');
    expect(html).toContain('aria-label="Reset Temperature"');
    expect(html).not.toContain('aria-label="Reset Top-p"');
  });

  it("that needs another says so and offers the way out", () => {
    expect(rail("en")).toContain("Set Logprobs");
    expect(rail("en", { logprobs: true })).not.toContain("Set Logprobs");
  });

  it("shows what was set, in every kind of control", () => {
    expect(rail("en", { logprobs: true })).toMatch(/<option value="true" selected="">on/);
    const texts = control(StringsControl, "stop", { stop: ["\n", "END"] });
    expect(texts).toContain("\\n</span>");
    expect(texts).toContain("END</span>");
    const bias = control(TokenBiasControl, "logitBias", { logitBias: { "7": -3 } });
    expect(bias).toContain('aria-label="Bias of token 7"');
  });

  it("of a model nobody here runs has only reasons", () => {
    const html = rail("en", {}, null);
    expect(html).not.toContain("<fieldset");
    expect(html).toContain(`Not for Sprout (${PARAMETER_KEYS.length})`);
  });

  it("of a model that takes it only without reasoning says so, with the way out in one press", () => {
    const target = openaiModel("gpt-5.6-luna");
    const locked = rail("en", { temperature: 0.5 }, target);
    expect(locked).toContain("takes it only while “Reasoning effort” is “none”");
    expect(locked).toContain("Set Reasoning effort to none");
    expect(rail("en", { temperature: 0.5, reasoningEffort: "none" }, target)).not.toContain(
      "takes it only while",
    );
  });

  it("that the model never takes is not there, and a choice offers only what it takes", () => {
    const html = rail("en", {}, openaiModel("gpt-5-mini"));
    expect(html).not.toContain('<fieldset aria-label="Temperature"');
    expect(html).toContain('<option value="minimal">');
    expect(html).not.toContain('<option value="xhigh">');
    expect(rail("en", { reasoningEffort: "max" }, openaiModel("gpt-5-mini"))).toContain(
      "takes only: minimal, low, medium, high",
    );
  });

  it("that was refused a moment ago says so and can be sent again", () => {
    const html = rail("en", { temperature: 0.5 }, openaiModel("gpt-99"), ["temperature"]);
    expect(html).toContain("refused it a moment ago");
    expect(html).toContain("Send it again");
  });

  it.each([
    ["logprobs", "Logprobs"],
    ["topLogprobs", "Top logprobs"],
  ] as const)("%s that was refused says so where it is switched on", (key, label) => {
    const values: ParameterValues = { logprobs: true, topLogprobs: 3 };
    const html = rail("en", values, openaiModel("gpt-99"), [key]);
    const [, own = ""] = html.split(`<fieldset aria-label="${label}"`);
    const [group = ""] = own.split("<fieldset");
    expect(group).toContain("refused it a moment ago");
    expect(group).toContain("Send it again");
    expect(html.split("refused it a moment ago")).toHaveLength(2);
  });
});

describe("a fader that a link holds", () => {
  const held = (lock: ParameterKey[], hide: ParameterKey[]): DeskLink => ({
    title: "",
    since: "opened",
    lock,
    hide,
  });
  const groupOf = (html: string, label: string) =>
    new RegExp(`<fieldset[^>]* aria-label="${label}".*?</fieldset>`, "s").exec(html)?.[0] ?? "";

  it("is disabled when it is locked, with the reason and no way to reset it", () => {
    const html = rail("en", { temperature: 0.2, topP: 0.9 }, SPROUT_TARGET, [], held(["temperature"], []));
    const [locked, free] = [groupOf(html, "Temperature"), groupOf(html, "Top-p")];
    expect(locked).toMatch(/^<fieldset disabled=""/);
    expect(locked).toContain("Locked by whoever shared it.");
    expect(locked).not.toContain("Reset");
    expect(free).not.toContain("disabled");
    expect(free).toContain("Reset");
  });

  it("is not there when it is hidden, nor among the reasons why another is not sent", () => {
    const html = rail("en", {}, openaiModel("gpt-4o-mini"), [], held([], ["temperature", "topK"]));
    for (const label of ["Temperature", "Top-k"]) expect(html).not.toContain(label);
    expect(html).toContain("Min-p");
  });

  it("is not set by another one's way out", () => {
    const values = { topLogprobs: 3 };
    const target = openaiModel("gpt-4o-mini");
    expect(rail("en", values, target)).toContain("Set Logprobs");
    expect(rail("en", values, target, [], held(["logprobs"], []))).not.toContain("Set Logprobs");
  });
});
