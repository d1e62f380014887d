import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { IntlProvider } from "use-intl";
import { FaderRail } from "@/components/parameters/fader-rail";
import { SPROUT } from "@/lib/catalog/models";
import { PARAMETER_KEYS, parameterRow, type ParameterValues } from "@/lib/catalog/parameters";
import { support } from "@/lib/catalog/support";
import { LANGUAGES, type Language } from "@/lib/messages/languages";

function rail(language: Language, values: ParameterValues = {}, model: string = SPROUT.id): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={LANGUAGES[language].messages} timeZone="UTC">
      <FaderRail
        panes={[{ id: "a", number: 1, title: "Sprout" }]}
        selected="a"
        onSelect={() => {}}
        model={model}
        modelLabel="Sprout"
        values={values}
        onChange={() => {}}
        moveTogether={false}
        onMoveTogether={() => {}}
      />
    </IntlProvider>,
  );
}

describe.each(["en", "zh"] as const)("the rail in %s", (language) => {
  const { messages } = LANGUAGES[language];
  const html = rail(language);

  it.each(PARAMETER_KEYS)("has a control for %s, or the reason why not", (key) => {
    const { label } = messages.parameters[key];
    const isTaken = support(key, SPROUT.id, {}).support !== "unsupported";
    expect(html.includes(`role="group" aria-label="${label}"`)).toBe(isTaken);
    expect(html.includes(`<dt class="font-semibold">${label}</dt>`)).toBe(!isTaken);
  });

  it("says that an unset fader is not sent", () => {
    const sliders = PARAMETER_KEYS.filter(
      (key) =>
        ["number", "integer"].includes(parameterRow(key).kind) &&
        support(key, SPROUT.id, {}).support !== "unsupported",
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
    const html = rail("en", { stop: ["\n", "END"], logitBias: { "7": -3 }, logprobs: true });
    expect(html).toContain("\\n</span>");
    expect(html).toContain("END</span>");
    expect(html).toContain('aria-label="Bias of token 7"');
    expect(html).toMatch(/<option value="true" selected="">on/);
  });

  it("of a model nobody here runs has only reasons", () => {
    const html = rail("en", {}, "nowhere/x");
    expect(html).not.toContain('role="group"');
    expect(html).toContain(`Not for Sprout (${PARAMETER_KEYS.length})`);
  });
});
