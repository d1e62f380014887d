import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { JsonValue } from "@/lib/catalog/parameters";
import { hasHalfCharacter, quoted } from "@/lib/code/quoted";
import { shellWord } from "@/lib/code/shell-word";
import { writeYaml } from "@/lib/code/write-yaml";
import { anyText, AWKWARD, HALVES } from "../../support/awkward-texts";
import { HAS_PYTHON, runProgram, SHELLS, snippetFolder } from "../../support/run-snippets";

const RUNS = { numRuns: 1000 };
/** For programs, which take longer to start than to read. */
const FEW_RUNS = { numRuns: 5 };
const anyTexts = fc.array(anyText, { minLength: 100, maxLength: 120 });

let folder: ReturnType<typeof snippetFolder>;
beforeAll(() => (folder = snippetFolder()));
afterAll(() => folder.remove());

/** What JavaScript makes of an expression. */
function evaluated(code: string): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- reading code is what is tested
  return new Function(`"use strict"; return (${code});`)() as unknown;
}

describe("a text in double quotes", () => {
  it("is the same text to JSON, JavaScript and YAML", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom(...HALVES)), (text) => {
        const code = quoted(text);
        expect(JSON.parse(code)).toBe(text);
        expect(evaluated(code)).toBe(text);
        expect(parse(code)).toBe(text);
      }),
      RUNS,
    );
  });

  it("shows nothing that turns text around or is not seen", () => {
    for (const text of AWKWARD)
      expect(quoted(text)).not.toMatch(/[\p{Cc}\u00a0\u200e\u200f\p{Zl}\p{Zp}\u202a-\u202e\ufeff]/u);
    expect(quoted("\u{1F469}\u200D\u{1F467}")).toBe('"\u{1F469}\u200D\u{1F467}"');
  });

  it("writes half a character as an escape, and tells that there is one", () => {
    for (const text of HALVES) {
      expect(quoted(text)).not.toMatch(/\p{Surrogate}/u);
      expect(hasHalfCharacter(text)).toBe(true);
    }
    expect(AWKWARD.some(hasHalfCharacter)).toBe(false);
  });

  it.runIf(HAS_PYTHON)("is the same text to Python", async () => {
    const check = folder.write(
      "literals.py",
      "import ast, json, sys\nfor line in sys.stdin.buffer.read().decode().split('\\n')[:-1]:\n    print(json.dumps(ast.literal_eval(line)))\n",
    );
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        const all = [...texts, ...AWKWARD, ...HALVES];
        const input = all.map((text) => `${quoted(text)}\n`).join("");
        const { stdout, stderr } = await runProgram("python3", [check], { input });
        expect(stderr).toBe("");
        expect(
          stdout
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line) as string),
        ).toEqual(all);
      }),
      FEW_RUNS,
    );
  });
});

describe("a word of a shell", () => {
  it.each(SHELLS)("is the same text to %s", async (shell) => {
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        // No program's argument can hold a NUL; it stands between them here.
        const all = [...texts, ...AWKWARD].filter((text) => !text.includes("\0"));
        const script = folder.write(`words.${shell}`, `printf '%s\\0' ${all.map(shellWord).join(" ")}\n`);
        const { stdout, stderr } = await runProgram(shell, [script]);
        expect(stderr).toBe("");
        expect(stdout.split("\0").slice(0, -1)).toEqual(all);
      }),
      FEW_RUNS,
    );
  });

  it("is bare only where nothing in it could mean anything", () => {
    expect(shellWord("https://api.openai.com/v1")).toBe("https://api.openai.com/v1");
    expect(
      ["", "~", "a b", "$x", "a;b", "#", "{a,b}"].map(shellWord).every((word) => word.startsWith("'")),
    ).toBe(true);
  });
});

const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    fc.oneof(
      anyText,
      fc.constantFrom(...HALVES, "yes", "No", "null", "~", "1e3", "0x1", "2026-11-25", "a: b", "- a", "a #b"),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(anyText, fc.constantFrom("on", "a-b", "1", "__proto__")), tie("value"), {
      maxKeys: 4,
    }),
  ),
})).value;

describe("YAML", () => {
  it("reads back as what was written", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.stringify(parse(writeYaml(value)))).toBe(JSON.stringify(value));
      }),
      RUNS,
    );
  });

  it("stands a text of several lines as it is where it can", () => {
    expect(writeYaml({ a: ['x "y"\n\n  z\\', "ends\n"] })).toBe(
      'a:\n  - |-\n    x "y"\n\n      z\\\n  - "ends\\n"\n',
    );
  });
});
