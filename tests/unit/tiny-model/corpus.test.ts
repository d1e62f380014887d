import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { renderTurns } from "@/lib/tiny-model/chat-template";
import { DESIGNED_ODDS, type DesignedOdds } from "@/lib/tiny-model/corpus/designed-odds";
import { generateCorpus } from "@/lib/tiny-model/corpus/generate-corpus";
import { WHOLE_WORDS } from "@/lib/tiny-model/corpus/whole-words";
import { SPROUT_SHAPE } from "@/lib/tiny-model/model-shape";
import { Tokenizer } from "@/lib/tiny-model/tokenizer";
import { trainTokenizer } from "@/lib/tiny-model/tokenizer-trainer";
import { textsOf } from "./support";

/** Seconds of pure reckoning: a slow machine may take minutes. */
const SLOW_MS = 240_000;

const documents = [...generateCorpus({ seed: 7, documents: 20_000 })];
const tokenizer = new Tokenizer(
  trainTokenizer(textsOf(documents.slice(0, 4000)), { size: 1024, wholeWords: WHOLE_WORDS }),
);

describe("the corpus", () => {
  test("is the same for the same seed", () => {
    const hash = createHash("sha256")
      .update(JSON.stringify(documents.slice(0, 1000)))
      .digest("hex");
    expect(hash).toBe("a8e28f48b7e3436d41ca07088e85f513f69ec2212370b50a2781c59147414c43");
    expect([...generateCorpus({ seed: 7, documents: 50 })]).toEqual(documents.slice(0, 50));
    expect([...generateCorpus({ seed: 8, documents: 50 })]).not.toEqual(documents.slice(0, 50));
  });

  test("begins each conversation with the user and ends it with the assistant", () => {
    for (const { messages } of documents) {
      expect(messages.length % 2).toBe(0);
      messages.forEach(({ role, content }, index) => {
        expect(role).toBe(index % 2 === 0 ? "user" : "assistant");
        expect(content.trim()).not.toBe("");
      });
    }
  });

  test(
    "fits the model's room, document by document",
    () => {
      for (const document of documents) {
        const length = renderTurns(document, tokenizer).flatMap(({ ids }) => ids).length;
        expect(length, JSON.stringify(document)).toBeLessThanOrEqual(SPROUT_SHAPE.contextTokens);
      }
    },
    SLOW_MS,
  );

  test("is a quarter conversations of several turns", () => {
    const several = documents.filter(({ messages }) => messages.length > 2).length / documents.length;
    expect(several).toBeGreaterThan(0.17);
    expect(several).toBeLessThan(0.3);
  });

  test("says what it means: no placeholder is left", () => {
    for (const { messages } of documents) {
      for (const { role, content } of messages) {
        if (role === "assistant") expect(content).not.toMatch(/undefined|\bNaN\b|\[object/);
      }
    }
  });
});

describe("designed odds", () => {
  test.each(DESIGNED_ODDS.map((design) => [design.id, design] as const))(
    "%s adds up to 100",
    (_, { odds }) => {
      expect(Object.values(odds).reduce((sum, percent) => sum + percent, 0)).toBeCloseTo(100, 6);
    },
  );

  test("the cat's sentence is frequent", () => {
    const cat = documents.filter(({ messages }) => messages[1]?.content.startsWith("The cat sat on the"));
    expect(cat.length / documents.length).toBeGreaterThan(0.02);
  });

  test(
    "come out as designed in the text",
    () => {
      const single = [...generateCorpus({ seed: 7, documents: 60_000 })].filter(
        ({ messages }) => messages.length === 2,
      );
      for (const design of DESIGNED_ODDS) {
        const own = single
          .filter(({ messages }) => isAskedFor(design, messages[0]?.content ?? ""))
          .map(({ messages }) => messages[1]?.content ?? "")
          .filter((answer) => isOf(design, answer));
        expect(own.length).toBeGreaterThan(250);
        for (const [word, percent] of Object.entries(design.odds)) {
          const said = own.filter((answer) => answer.slice(design.lead.length + 1, -1) === word).length;
          expect(Math.abs((100 * said) / own.length - percent), `${design.id} ${word}`).toBeLessThan(4);
        }
      }
    },
    SLOW_MS,
  );
});

/** Facts may be told in the words of a design ("The sky is blue."), and names of all kinds begin alike. */
function isAskedFor({ id }: DesignedOdds, user: string): boolean {
  const [, kind] = /^name (.*)/.exec(id) ?? [];
  return kind === undefined ? !/colou?r.*sky/i.test(user) : user.toLowerCase().includes(kind);
}

function isOf({ lead, odds, end = "." }: DesignedOdds, answer: string): boolean {
  return Object.keys(odds).some((word) => answer === `${lead} ${word}${end}`);
}
