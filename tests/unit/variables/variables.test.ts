import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeVariables } from "@/lib/variables/escape-variables";
import { fillVariables } from "@/lib/variables/fill-variables";
import { variableNames } from "@/lib/variables/variable-names";

const filled = (text: string, values: Record<string, string>) =>
  fillVariables(text, new Map(Object.entries(values)));

describe("the names in texts", () => {
  it.each([
    ["Tell me about {{topic}}.", ["topic"]],
    ["{{ a }} and {{a}}, {{b}}", ["a", "b"]],
    ["{{主题}}，{{语气_2}}", ["主题", "语气_2"]],
    ["{{first-name}} {{_x}} {{é}}", ["first-name", "_x", "é"]],
    // As HTML, JSON, LaTeX, Jinja and Python may have it.
    ["{{}} {{ }} {x} {{1}} {{a b}} {{a|upper}} {{a.b}} {{a\n}} {% a %} { {a} }", []],
    ["{{{json}}}", ["json"]],
    [String.raw`\{{not}} \\{{one}} \\\{{not}}`, ["one"]],
    [`{{${"x".repeat(64)}}} {{${"y".repeat(65)}}}`, ["x".repeat(64)]],
    ["{{__proto__}} {{constructor}}", ["__proto__", "constructor"]],
  ])("%s", (text, names) => expect(variableNames([text])).toEqual(names));

  it("come from all texts, each once, and letters put together differently are the same", () => {
    expect(variableNames(["{{b}} {{e\u0301}}", "{{a}} {{\u00e9}} {{b}}"])).toEqual(["b", "\u00e9", "a"]);
  });
});

describe("filling", () => {
  it.each([
    ["{{a}}, {{ b }} and {{a}}", "1, 2 and 1"],
    ["{{{a}}}", "{1}"],
    ["{{c}} has no value, {{empty}} an empty one", "{{c}} has no value, {{empty}} an empty one"],
    [String.raw`\{{a}} \\{{a}} \\\{{a}} \\\\{{a}}`, String.raw`{{a}} \1 \{{a}} \\1`],
    [String.raw`C:\dir \n {{a}}\{{b}}`, String.raw`C:\dir \n 1{{b}}`],
    ["{{e\u0301}}", "accent"],
    ["{{dollar}}", "$& $1 $`"],
    ["{{again}}", "{{a}}"],
    ["{{__proto__}}{{constructor}}{{toString}}", "own{{constructor}}{{toString}}"],
  ])("%s", (text, expected) => {
    const values = Object.fromEntries([
      ["a", "1"],
      ["b", "2"],
      ["empty", ""],
      ["\u00e9", "accent"],
      ["dollar", "$& $1 $`"],
      ["again", "{{a}}"],
    ]);
    const all = new Map([...Object.entries(values), ["__proto__", "own"]] as [string, string][]);
    expect(fillVariables(text, all)).toBe(expected);
    expect(({} as { own?: unknown }).own).toBeUndefined();
  });

  it("reads a long text once", () => {
    const texts = [
      "\\".repeat(100_000),
      "{{".repeat(50_000),
      `{{${" ".repeat(100_000)}`,
      "{{a".repeat(30_000),
    ];
    // Read anew from every place it would take longer than a test may.
    for (const text of texts) expect(filled(text, { a: "1" })).toBe(text);
  });
});

/** Texts in which braces, backslashes and names are frequent. */
const awkward = fc
  .array(fc.constantFrom("{{", "}}", "{", "}", "\\", "a", "主", "-", " ", "\t", "1", "{{a}}", "\n"), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));

describe("escaping", () => {
  it("makes any text stand for itself, whatever has a value", () => {
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string({ unit: "binary" })), (text) => {
        const escaped = escapeVariables(text);
        expect(variableNames([escaped])).toEqual([]);
        expect(filled(escaped, { a: "1", 主: "2" })).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("changes nothing where there is no variable", () => {
    for (const text of ["", "plain", String.raw`\{x} {{1}}`]) expect(escapeVariables(text)).toBe(text);
  });
});
