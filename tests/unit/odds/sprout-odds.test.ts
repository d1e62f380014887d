import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { leastCertain } from "@/lib/odds/least-certain";
import { sentChat } from "@/lib/odds/sent-chat";
import { textBefore } from "@/lib/odds/text-before";
import { wholeOdds, wholePlace } from "@/lib/odds/whole-odds";
import { withExamples } from "@/lib/playground/examples";
import { firstDesk } from "@/lib/playground/first-visit";
import { renderChat } from "@/lib/tiny-model/chat-template";
import { Inference } from "@/lib/tiny-model/inference";
import { PlainKernels } from "@/lib/tiny-model/kernels/plain-kernels";
import { END } from "@/lib/tiny-model/special-tokens";
import { Tokenizer } from "@/lib/tiny-model/tokenizer";
import { decodeWeights } from "@/lib/tiny-model/weights-file";
import { CAT, sproutOdds } from "./sprout";

/** Softmax as it is written in books, with the machine's own exp. */
function softmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

test("shown probabilities are the softmax of what the plain kernels compute, to 1e-6", () => {
  const { shape, parameters } = decodeWeights(readFileSync("public/sprout/weights.bin"));
  const tokenizer = new Tokenizer(JSON.parse(readFileSync("public/sprout/tokenizer.json", "utf8")));
  const session = new Inference(shape, parameters, new PlainKernels()).open();
  // The template's own tokens are never said.
  const plain = [...session.feed(renderChat(CAT, tokenizer))].map((logit, id) =>
    id < END ? -Infinity : logit,
  );
  const expected = softmax(plain);
  const { next, vocabulary } = sproutOdds();
  const logits = next(CAT);
  // However high the temperature: no template's token may be drawn, so it has no share either.
  expect([...(logits ?? [])].slice(0, END)).toEqual(Array(END).fill(-Infinity));
  const place = wholePlace(logits ?? new Float32Array(), {}, new Map(), vocabulary);
  expect(place.others.count).toBe(vocabulary.length - END - 6);
  expect(place.rows).toHaveLength(6);
  for (const { id, own, shaped } of place.rows) {
    expect(Math.abs((own ?? NaN) - (expected[id ?? -1] ?? NaN))).toBeLessThan(1e-6);
    expect(shaped).toBe(own);
  }
  const named = place.rows.reduce((sum, { own = NaN }) => sum + own, 0);
  expect(named + (place.others.own ?? NaN)).toBeCloseTo(1, 9);
});

test("every recorded answer of the first visit can be made once more, token by token", () => {
  const desk = withExamples(firstDesk("t"));
  const { replay, vocabulary } = sproutOdds();
  for (const { records } of Object.values(desk.runs))
    for (const { run, parameters } of records) {
      const asked = {
        chat: sentChat(run.start?.body ?? {}),
        parameters,
        seed: run.start?.seed ?? NaN,
        text: run.text,
      };
      const answer = replay({ ...asked, isWhole: true });
      const odds = answer && wholeOdds(answer, vocabulary);
      const bytes = odds?.tokens.flatMap((token) => [...token.bytes]) ?? [];
      expect(new TextDecoder().decode(Uint8Array.from(bytes))).toBe(run.text);
      for (const [index, token] of odds?.tokens.entries() ?? []) {
        const place = odds?.placeAt(index, parameters);
        expect(place?.token).toMatchObject({ id: token.id, own: token.own, shaped: token.shaped });
        expect([place?.kept, place?.others.count]).toEqual([token.kept, (token.all ?? NaN) - 6]);
        expect(token.likeliest).toBe(place?.rows[0]?.own);
      }
      // Stopped half way, its beginning can be made again too; another text cannot.
      const half = replay({ ...asked, text: run.text.slice(0, 9), isWhole: false });
      expect(half?.ids).toEqual(answer?.ids.slice(0, half?.ids.length));
      expect(replay({ ...asked, text: `${run.text}!`, isWhole: true })).toBeUndefined();
    }
});

test("an answer to a prefill comes with the prefill's tokens, unless they read as another text", () => {
  const { replay, next, vocabulary } = sproutOdds();
  const begun = (content: string) => ({
    messages: [...CAT.messages, { role: "assistant" as const, content }],
  });
  const answerTo = (content: string) =>
    replay({ chat: begun(content), parameters: { temperature: 0 }, seed: 1, text: " sat", isWhole: false });
  const answer = answerTo("The cat");
  const given = (answer && wholeOdds(answer, vocabulary).given) ?? [];
  expect(new TextDecoder().decode(Uint8Array.from(given.flatMap((id) => [...(vocabulary[id] ?? [])])))).toBe(
    "The cat",
  );
  // Said by number they are the same beginning.
  expect(next(CAT, given)).toEqual(next(begun("The cat")));
  expect(answerTo("The cat ")).not.toHaveProperty("given");
  expect(replay({ chat: CAT, parameters: {}, seed: 1, text: "", isWhole: false })).not.toHaveProperty(
    "given",
  );
});

test("the least certain place of the first answer is the one after “The cat sat on the”", () => {
  const { records } = withExamples(firstDesk("t")).runs.p1 ?? { records: [] };
  const { run, parameters } = records[0] ?? {};
  const { replay, vocabulary } = sproutOdds();
  const chat = sentChat(run?.start?.body ?? {});
  const answer = replay({
    chat,
    parameters: parameters ?? {},
    seed: 1,
    text: run?.text ?? "",
    isWhole: true,
  });
  const odds = answer && wholeOdds(answer, vocabulary);
  const index = leastCertain(odds?.tokens ?? []);
  expect(textBefore(odds?.tokens ?? [], index ?? NaN)).toBe("The cat sat on the");
  const place = odds?.placeAt(index ?? NaN, { temperature: 0.2 });
  expect(place?.token?.text).toBe(" mat");
  expect(place?.token?.shaped).toBeGreaterThan(0.9);
  expect(place?.token?.own).toBeLessThan(0.7);
});

test("what others could still be drawn instead of is never certain, however little they come to", () => {
  const { vocabulary } = sproutOdds();
  const logits = new Float32Array(vocabulary.length).fill(-60);
  logits[9] = 0;
  const place = wholePlace(logits, {}, new Map(), vocabulary);
  const [first] = place.rows;
  expect([first?.own, first?.shaped]).toEqual([1 - 2 ** -53, 1 - 2 ** -53]);
  expect(place.others.shaped).toBeGreaterThan(0);
  expect(wholePlace(logits, { temperature: 0 }, new Map(), vocabulary).rows[0]?.shaped).toBe(1);
  expect(wholePlace(logits, { topK: 1 }, new Map(), vocabulary).rows[0]?.shaped).toBe(1);
});

test("a token that a fader cut stays, with the fader's name", () => {
  const { replay, vocabulary } = sproutOdds();
  const answer = replay({ chat: CAT, parameters: {}, seed: 1, text: "The cat sat on the", isWhole: false });
  const odds = answer && wholeOdds(answer, vocabulary);
  const place = odds?.placeAt(5, { topK: 1 });
  expect(place?.rows.filter(({ cutBy }) => cutBy === "topK")).toHaveLength(5);
  expect(place?.kept).toBe(1);
  expect(place?.others).toMatchObject({ shaped: 0 });
});

test("a prompt that fills the room has no next token", () => {
  const { next } = sproutOdds();
  expect(next({ messages: [{ role: "user", content: "cat ".repeat(400) }] })).toBeUndefined();
});

test("a text is shown from a word on, and by its bytes", () => {
  const tokens = (texts: string[]) => texts.map((text) => ({ bytes: [...new TextEncoder().encode(text)] }));
  expect(textBefore(tokens(["The", " cat"]), 0)).toBe("");
  expect(textBefore(tokens(["The", " cat", " sat"]), 2)).toBe("The cat");
  expect(textBefore(tokens(["Once upon a time there was a", " fox", " who\n\nran"]), 3)).toBe(
    "…there was a fox who ran",
  );
  const split = [...new TextEncoder().encode("猫")].map((byte) => ({ bytes: [byte] }));
  expect(textBefore(split, 3)).toBe("猫");
});
