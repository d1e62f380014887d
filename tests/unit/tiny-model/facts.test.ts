import { describe, expect, test } from "vitest";
import { solve, SUMS } from "@/lib/tiny-model/corpus/arithmetic";
import { FACTS } from "@/lib/tiny-model/corpus/facts";

describe("the facts", () => {
  test("are many, in many forms", () => {
    expect(new Set(FACTS.map(({ answer }) => answer)).size).toBeGreaterThanOrEqual(98);
    expect(FACTS.length).toBeGreaterThanOrEqual(281);
  });

  test("have one answer to a question", () => {
    const answers = new Map<string, string>();
    for (const { question, answer } of FACTS) {
      const key = question.toLowerCase();
      expect(answers.get(key) ?? answer, question).toBe(answer);
      expect(answers.has(key), question).toBe(false);
      answers.set(key, answer);
    }
  });

  test("say the short answer in the long one, but for yes and no", () => {
    for (const { answer, short } of FACTS) expect(answer.toLowerCase()).toContain(short.toLowerCase());
  });

  test("have articles that fit", () => {
    for (const { question, answer } of FACTS) {
      expect(`${question} ${answer}`).not.toMatch(/\ba [aeio]/i);
      expect(`${question} ${answer}`).not.toMatch(/\ban (?!hour)[^aeiou]/i);
      expect(`${question} ${answer}`).not.toMatch(/\b[XY]\b/);
    }
  });

  test("know some things for certain", () => {
    const answerTo = new Map(FACTS.map(({ question, answer }) => [question, answer]));
    expect(answerTo.get("What is the capital of France?")).toBe("The capital of France is Paris.");
    expect(answerTo.get("What color is snow?")).toBe("Snow is white.");
    expect(answerTo.get("What does an owl say?")).toBe("An owl says hoot.");
    expect(answerTo.get("How many legs does a spider have?")).toBe("A spider has 8 legs.");
  });
});

describe("the sums", () => {
  test("are all sums and differences up to ten, and right", () => {
    expect(SUMS).toHaveLength(121 + 66);
    for (const sum of SUMS) {
      const { left, sign, right } = sum;
      expect(solve(sum)).toBe(`${left} ${sign} ${right} = ${sign === "+" ? left + right : left - right}.`);
    }
  });
});
