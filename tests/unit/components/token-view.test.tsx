import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { IntlProvider } from "use-intl";
import { TokenView, type TokenViewProps } from "@/components/tokens/token-view";
import { compiledMessages } from "@/lib/messages/compiled";
import type { Language } from "@/lib/messages/languages";
import type { AnswerToken } from "@/lib/odds/odds";
import { answerOf, token } from "../odds/support";

function view(
  tokens: AnswerToken[],
  chosen?: number,
  language: Language = "en",
  more: Partial<TokenViewProps> = {},
): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={compiledMessages(language)} timeZone="UTC">
      <TokenView
        odds={answerOf(tokens)}
        label="Answer"
        chosen={chosen}
        onChoose={() => {}}
        onCopy={() => Promise.resolve(true)}
        renderPlace={(index) => <i>place {index}</i>}
        {...more}
      />
    </IntlProvider>,
  );
}

/** The answer's own part of the page. */
function textPart(html: string): string {
  return /<div role="group"[^>]*>(.*?)<\/div><\/div>/s.exec(html)?.[1] ?? "";
}
const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, "");
const classesOf = (html: string, unit: number) =>
  new RegExp(`data-unit="${unit}"(?: class="([^"]*)")?`).exec(html)?.[1] ?? "";
/** The lines of figures of an open place: whose they are, and each of them. */
const figuresIn = (html: string) =>
  [...(/<section id.*?<\/section>/s.exec(html)?.[0].matchAll(/<p class="flex[^>]*>(.*?)<\/p>/gs) ?? [])]
    .map(([, line = ""]) => [...line.matchAll(/>([^<>]+)<\/span>/g)].map(([, figure]) => figure))
    .filter(([whose = ""]) => whose.endsWith(":") && !whose.includes("token"));
const labelOf = (html: string) => /data-unit[^>]*aria-label="([^"]*)"/.exec(html)?.[1];

const SILVER = token(" silver", { own: 0.41, shaped: 0.58, kept: 3, all: 1020 });
const CHANCES = [0.5, 0.25, 1];
const PARTS = [...new TextEncoder().encode("你")].map((byte, at) => token([byte], { own: CHANCES[at] }));

describe("the answer", () => {
  it("stays text, with its spaces and line breaks, and whole characters", () => {
    const html = textPart(view([token("The\n\n"), token("  sea "), ...PARTS, token("")]));
    expect(textOf(html)).toBe("The\n\n  sea 你");
    expect(html.split("data-unit=").length - 1).toBe(4);
  });

  it("has one stop for Tab and one control, however long it is", () => {
    const html = textPart(view(Array.from({ length: 10_000 }, (_, index) => token(` ${index}`))));
    expect(html.split("<span").length - 1).toBe(10_000);
    expect(html.split("tabindex").length - 1).toBe(1);
    expect(html.split("role=").length - 1).toBe(1);
    expect(html.split("aria-").length - 1).toBe(2);
  });

  it("begins with what was given, which is none of its tokens", () => {
    const html = textPart(view([token(" sat")], undefined, "en", { given: "The cat" }));
    expect(textOf(html)).toBe("The cat sat");
    expect(html).toContain('<span class="text-mute">The cat</span><span data-unit="0"');
  });

  it("marks the token that the lens stands on, and says what the mark is, unless it was chosen", () => {
    const tokens = [token("a"), token(" b")];
    const marked = view(tokens, undefined, "en", { inLens: 1 });
    expect([0, 1].map((unit) => classesOf(marked, unit).includes("outline-dashed"))).toEqual([false, true]);
    expect(marked).toContain("Dashed: its odds stand above the faders.");
    const chosen = view(tokens, 1, "en", { inLens: 1 });
    expect(classesOf(chosen, 1)).not.toContain("outline-dashed");
    expect(chosen).not.toContain("Dashed");
  });

  it("underlines what is not common, by pattern and thickness and not by colour alone", () => {
    const odds = [0.5, 0.3, 0.05, 0.001, undefined];
    const html = view(odds.map((own, index) => token(`${index}`, { own })));
    const lines = odds.map((_, unit) =>
      classesOf(html, unit)
        .split(" ")
        .filter((name) => /^underline$|decoration-(dotted|\d)/.test(name)),
    );
    expect(lines).toEqual([
      [],
      ["underline", "decoration-dotted", "decoration-2"],
      ["underline", "decoration-2"],
      ["underline", "decoration-4"],
      [],
    ]);
  });

  it("shows a sign for the end and for line breaks, outside the text", () => {
    const html = view([token("a"), token("\n"), token("b\n"), token("")]);
    expect([0, 1, 2, 3].map((unit) => /content-\[&#x27;(.)&#x27;/.exec(classesOf(html, unit))?.[1])).toEqual([
      undefined,
      "↵",
      undefined,
      "∎",
    ]);
  });
});

describe("the unit under the cursor", () => {
  it("says its odds, whose they are, and how many were kept", () => {
    expect(labelOf(view([SILVER]))).toBe("silver, own odds 41%, 1 of 3 kept");
    expect(labelOf(view([{ ...SILVER, kept: undefined }]))).toBe("silver, own odds 41%");
    expect(labelOf(view([{ ...SILVER, kept: 1020 }]))).toBe("silver, own odds 41%");
    expect(labelOf(view([token("silver")]))).toBe("silver, odds not known");
    expect(labelOf(view([token("silver", { shaped: 0.4 })]))).toBe("silver, odds after the faders 40%");
    expect(labelOf(view([SILVER], undefined, "zh"))).toBe("silver，模型自己的概率 41%，是保留的 3 个之一");
  });

  it.each([
    ["", "end"],
    [" ", "space"],
    ["   ", "3 spaces"],
    ["\n", "line break"],
    ["\r\n\n", "2 line breaks"],
    ["\t", "tab"],
    [" \n ", "white space"],
    ["\ufffd", "not a character"],
    [" the", "the"],
  ])("names %j %s", (text, name) => {
    expect(labelOf(view([token(text, { own: 0.5 })]))).toBe(`${name}, own odds 50%`);
  });

  it.each([
    [1, "100%"],
    [0.99999, "99.9%"],
    [0.9966, "99.7%"],
    [0.0412, "4.1%"],
    [0.000_034, "0.0034%"],
    [1e-9, "below 0.0001%"],
    [0, "0%"],
  ])("says %d as %s", (own, share) => {
    expect(labelOf(view([token("a", { own })]))).toBe(`a, own odds ${share}`);
  });

  it("is the chosen one at first", () => {
    expect(labelOf(view([token("The"), SILVER], 1))).toContain("silver");
  });
});

describe("the place of the chosen token", () => {
  it("is shown below, with its odds in figures", () => {
    const html = view([token("The"), SILVER], 1);
    const [, id] = /aria-expanded="true" aria-controls="([^"]*)"/.exec(html) ?? [];
    expect(html).toContain(`<section id="${id}" aria-label="Odds of “silver”"`);
    expect(html).toContain("<i>place 1</i>");
    expect(figuresIn(html)).toEqual([
      ["Model’s own odds:", "1 in 2.4", "41%", "1.3 bits of surprise"],
      ["After the faders of this run:", "58%", "they kept 3 of 1,020 tokens"],
    ]);
  });

  it("counts what the faders kept only where they cut something", () => {
    expect(figuresIn(view([{ ...SILVER, kept: 1020 }], 0))[1]).toEqual([
      "After the faders of this run:",
      "58%",
    ]);
  });

  it.each([
    [0.9, "1 in 1.1"],
    [0.951, "almost certain"],
    [0.999_999, "almost certain"],
    [1, "certain"],
  ])("says %d in words where figures would be one in one", (own, words) => {
    expect(figuresIn(view([token("a", { own })], 0))[0]?.[1]).toBe(words);
  });

  it("is not shown while none is chosen, or one that is not there", () => {
    for (const html of [view([SILVER]), view([SILVER], 1)]) {
      expect(html).not.toContain("<i>");
      expect(html).toContain('aria-expanded="false"');
      expect(html).not.toContain("aria-controls");
    }
  });

  it("says when the model told no odds, and never one in nothing", () => {
    expect(view([token("a")], 0)).toContain("did not tell the odds");
    expect(view([token("a", { shaped: 0.4 })], 0)).not.toContain("did not tell the odds");
    expect(figuresIn(view([token("a", { own: 0 })], 0))).toEqual([["Model’s own odds:", "0%"]]);
  });

  it("of a part of a character offers the other parts", () => {
    const html = view([token("a"), ...PARTS], 2);
    expect(html).toContain("One character, 3 tokens:");
    expect(
      [...html.matchAll(/aria-pressed="(\w+)" aria-label="([^"]*)"/g)].map(([, ...each]) => each),
    ).toEqual([
      ["false", "Token 1, bytes e4"],
      ["true", "Token 2, bytes bd"],
      ["false", "Token 3, bytes a0"],
    ]);
    expect(figuresIn(html)[0]).toContain("25%");
    expect(html).toContain("<i>place 2</i>");
  });
});

describe("the figures", () => {
  it("are perplexity, the three least likely tokens, and all of it to copy", () => {
    const html = view([0.5, 0.1, 0.25, 0.05].map((own, index) => token(`t${index}`, { own })));
    expect(html).toContain(
      "Perplexity 6.3: by its own odds the model was, on average, as unsure as if it had to pick one of 6.3 equally likely",
    );
    expect(view([token("a", { own: 0.99 })])).toContain("almost certain of every token");
    expect([...html.matchAll(/>(t\d, 1 in [\d.]+)</g)].map(([, chip]) => chip)).toEqual([
      "t3, 1 in 20",
      "t1, 1 in 10",
      "t2, 1 in 4",
    ]);
    expect(html).toContain("Copy as CSV");
    expect(html).toContain("Copy as JSON");
  });

  it("leave out what is not known", () => {
    const html = view([token("a", { own: 0.5 }), token("b")]);
    expect(html).not.toContain("Perplexity");
    expect(html).toContain("a, 1 in 2");
    expect(view([token("a")])).not.toContain("Least likely");
    expect(view([])).not.toContain("Copy as");
  });

  it("are short however unlikely a token is", () => {
    expect(view([token("a", { own: 1 / 2_400_000 })])).toContain("a, 1 in 2.4M");
    expect(view([token("a", { own: 1 / 2400 })])).toContain("a, 1 in 2,400");
  });
});

describe("the legend", () => {
  it.each([
    ["en", ["below 50%", "below 10%", "below 1%"], "Likely does not mean true."],
    ["zh", ["低于 50%", "低于 10%", "低于 1%"], "可能性大不等于真实。"],
  ] as const)("in %s says what underlines mean, and that likely is not true", (language, marks, truth) => {
    const html = view([SILVER], undefined, language);
    expect([...html.matchAll(/<span class="underline[^"]*">([^<]*)</g)].map(([, text]) => text)).toEqual(
      marks,
    );
    expect(html).toContain(truth);
    const [, hint] = /aria-describedby="([^"]*)"/.exec(html) ?? [];
    expect(html).toContain(`<p id="${hint}">`);
  });
});
