import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generate, pickId, type GenerateOptions } from "@/lib/tiny-model/generate";
import { ContextOverflowError, Inference } from "@/lib/tiny-model/inference";
import { WasmKernels } from "@/lib/tiny-model/kernels/wasm-kernels";
import type { ModelShape } from "@/lib/tiny-model/model-shape";
import { END, FIRST_BYTE } from "@/lib/tiny-model/special-tokens";
import { Tokenizer } from "@/lib/tiny-model/tokenizer";
import { initialParameters } from "@/lib/tiny-model/training/trainer";

/** Every byte is a token. */
const tokenizer = new Tokenizer({ version: 1, merges: [], words: [] });
const shape: ModelShape = {
  vocabularySize: tokenizer.size,
  width: 16,
  layers: 1,
  heads: 2,
  contextTokens: 64,
};

/** A model that recites the text, whatever it is fed, and counts its open sessions. */
function reciting(text: string) {
  const ids = [...tokenizer.encode(text), END];
  const counts = { opened: 0, closed: 0 };
  const open = () => {
    counts.opened += 1;
    let at = 0;
    return {
      feed: () => {
        const next = ids[at];
        at += 1;
        return Float32Array.from({ length: tokenizer.size }, (_, id) => (id === next ? 50 : 0));
      },
      close: () => void (counts.closed += 1),
    };
  };
  return { inference: { shape, open } as unknown as Inference, counts };
}

function run(inference: Inference, options: Partial<GenerateOptions> = {}) {
  const steps = generate(inference, { promptIds: [0], seed: 1, ...options }, tokenizer);
  const texts: string[] = [];
  const ids: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { texts, ids, text: texts.join(""), reason: step.value };
    texts.push(step.value.text);
    ids.push(step.value.id);
  }
}

const realModel = () =>
  new Inference(
    shape,
    initialParameters(shape, 4).map((value) => 4 * value),
    new WasmKernels(),
  );

describe("stop strings", () => {
  it("end the answer before them, though they span tokens", () => {
    const { inference, counts } = reciting("One. Two. Three.");
    expect(run(inference, { stop: [" Three", ". Th"] })).toMatchObject({
      text: "One. Two",
      reason: "complete",
    });
    expect(counts).toEqual({ opened: 1, closed: 1 });
  });

  it("hold back only what may become one", () => {
    const { texts, text } = run(reciting("aab abc").inference, { stop: ["abcd"] });
    expect(text).toBe("aab abc");
    expect(texts).toEqual(["", "a", "", "ab ", "", "", "abc"]);
  });

  it("never let out a part, wherever they come", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ab]{1,30}$/),
        fc.array(fc.stringMatching(/^[ab]{1,4}$/), { maxLength: 3 }),
        (text, stop) => {
          // The stop string that is whole first decides; of two at once, the longer.
          const found = stop
            .filter((word) => text.includes(word))
            .map((word) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length }));
          const first = found.toSorted((a, b) => a.to - b.to || a.from - b.from)[0];
          expect(run(reciting(text).inference, { stop }).text).toBe(text.slice(0, first?.from));
        },
      ),
    );
  });
});

describe("text", () => {
  it("never holds half a character", () => {
    const { texts, text } = run(reciting("Ä 🙂!").inference);
    expect(text).toBe("Ä 🙂!");
    expect(texts).toEqual(["", "Ä", " ", "", "", "", "🙂", "!"]);
  });

  it("keeps a byte order mark", () => {
    expect(run(reciting("\uFEFFa").inference).text).toBe("\uFEFFa");
  });

  it("marks a character that was cut off at the end", () => {
    expect(run(reciting("🙂").inference, { maxTokens: 2 })).toMatchObject({
      text: "\uFFFD",
      reason: "length",
      texts: ["", "\uFFFD"],
    });
  });
});

describe("an answer", () => {
  it("is complete at the end token, which is no step", () => {
    expect(run(reciting("Hi").inference)).toMatchObject({ texts: ["H", "i"], reason: "complete" });
    expect(run(reciting("").inference)).toMatchObject({ texts: [], reason: "complete" });
  });

  it("stops at maxTokens or when the room is full", () => {
    expect(run(reciting("Hello").inference, { maxTokens: 3 })).toMatchObject({
      text: "Hel",
      reason: "length",
    });
    expect(run(reciting("Hello").inference, { maxTokens: 0 })).toMatchObject({ text: "", reason: "length" });
    expect(run(reciting("Hello").inference, { promptIds: Array<number>(61).fill(0) })).toMatchObject({
      text: "Hel",
      reason: "length",
    });
  });

  it("is refused at once when the prompt leaves no room", () => {
    const { inference, counts } = reciting("Hello");
    const start = () => generate(inference, { promptIds: Array<number>(64).fill(0), seed: 1 }, tokenizer);
    expect(start).toThrow(new ContextOverflowError(64, 64));
    expect(counts.opened).toBe(0);
  });

  it("gives its session back when it is left early", () => {
    const { inference, counts } = reciting("Hello");
    const steps = generate(inference, { promptIds: [0], seed: 1 }, tokenizer);
    steps.next();
    steps.return("complete");
    expect(counts).toEqual({ opened: 1, closed: 1 });
  });
});

describe("draws", () => {
  it("repeat with the seed and differ without", () => {
    const of = (seed: number) => run(realModel(), { seed, maxTokens: 40 }).ids;
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });

  it("come as often as their odds say", () => {
    const odds = Float64Array.of(0.5, 0, 0.3, 0.2);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 1000; i += 1) counts[pickId(odds, (i + 0.5) / 1000)]! += 1;
    expect(counts).toEqual([500, 0, 300, 200]);
    expect(pickId(Float64Array.of(0.5, 0.4999999999, 0), 0.99999999999)).toBe(1);
  });

  it("count what was generated for the penalties, not the prompt", () => {
    const letter = FIRST_BYTE + 97;
    const logits = Float32Array.from({ length: tokenizer.size }, (_, id) => (id === letter ? 10 : 0));
    const inference = {
      shape,
      open: () => ({ feed: () => logits, close: () => {} }),
    } as unknown as Inference;
    const options = { promptIds: [letter], maxTokens: 2, settings: { temperature: 0, presencePenalty: 11 } };
    const { ids } = run(inference, options);
    expect(ids[0]).toBe(letter);
    expect(ids[1]).not.toBe(letter);
  });
});

describe("reported odds", () => {
  const logits = Float32Array.from({ length: tokenizer.size }, (_, id) => Math.fround(Math.sin(id) * 3));
  const inference = { shape, open: () => ({ feed: () => logits, close: () => {} }) } as unknown as Inference;
  const [step] = generate(
    inference,
    { promptIds: [0], seed: 3, maxTokens: 1, topLogprobs: 5, settings: { temperature: 0.5, topK: 3 } },
    tokenizer,
  );

  it("are the model's own softmax and, apart, the shaped one", () => {
    const total = Math.log([...logits].reduce((sum, logit) => sum + Math.exp(logit), 0));
    const best = [...logits.keys()].sort((a, b) => (logits[b] as number) - (logits[a] as number) || a - b);
    expect(step?.top.map(({ id }) => id)).toEqual(best.slice(0, 5));
    for (const { id, logprob } of step?.top ?? [])
      expect(logprob).toBeCloseTo((logits[id] as number) - total, 9);
    const kept = best.slice(0, 3).map((id) => Math.exp(2 * (logits[id] as number)));
    const keptTotal = kept.reduce((a, b) => a + b);
    step?.top
      .slice(0, 3)
      .forEach(({ shapedLogprob }, i) =>
        expect(shapedLogprob).toBeCloseTo(Math.log((kept[i] as number) / keptTotal), 9),
      );
  });

  it("say what was cut, and by which fader", () => {
    expect(step?.top.map(({ cutBy }) => cutBy)).toEqual([undefined, undefined, undefined, "topK", "topK"]);
    expect(step?.top[4]?.shapedLogprob).toBe(-Infinity);
  });
});
