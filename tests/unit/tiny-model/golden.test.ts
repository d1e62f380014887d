import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderChat } from "@/lib/tiny-model/chat-template";
import { generate } from "@/lib/tiny-model/generate";
import { Inference } from "@/lib/tiny-model/inference";
import { PlainKernels } from "@/lib/tiny-model/kernels/plain-kernels";
import { WasmKernels } from "@/lib/tiny-model/kernels/wasm-kernels";
import type { ShapingSettings } from "@/lib/tiny-model/shape-logits";
import { Tokenizer, type TokenizerFile } from "@/lib/tiny-model/tokenizer";
import { decodeWeights } from "@/lib/tiny-model/weights-file";

const folder = `${process.cwd()}/public/sprout`;
const tokenizer = new Tokenizer(
  JSON.parse(readFileSync(`${folder}/tokenizer.json`, "utf8")) as TokenizerFile,
);
const { shape, parameters } = decodeWeights(readFileSync(`${folder}/weights.bin`));

type Asked = { system?: string; user: string; settings: ShapingSettings; seed: number };
const ASKED: Asked[] = [
  { user: "What is the capital of France?", settings: { temperature: 0 }, seed: 1 },
  { user: "Tell me a story about a fox named Lena.", settings: {}, seed: 7 },
  { user: "Tell me a story about a bear.", settings: { temperature: 1.8 }, seed: 42 },
  { user: "Tell me a story about a bear.", settings: { temperature: 1.8, topP: 0.5 }, seed: 42 },
  {
    system: "Talk like a pirate.",
    user: "What is the capital of Spain?",
    settings: { temperature: 0.7, topK: 20 },
    seed: 4294967295,
  },
  {
    user: "Finish: The cat sat on the",
    settings: {
      typicalP: 0.9,
      minP: 0.02,
      repetitionPenalty: 1.2,
      frequencyPenalty: 0.5,
      presencePenalty: 0.5,
      logitBias: { "300": 2 },
    },
    seed: 0,
  },
];

function answer(inference: Inference, { system, user, settings, seed }: Asked) {
  const promptIds = renderChat({ system, messages: [{ role: "user", content: user }] }, tokenizer);
  const steps = [...generate(inference, { promptIds, settings, seed, maxTokens: 120 }, tokenizer)];
  return {
    system,
    user,
    settings,
    seed,
    text: steps.map(({ text }) => text).join(""),
    ids: steps.map(({ id }) => id).join(" "),
  };
}

/** If this fails, someone's seeds no longer give the answers they gave: new weights, or an engine that counts otherwise. */
it("the shipped model answers with the very tokens it always did", async () => {
  const inference = new Inference(shape, parameters, new WasmKernels());
  const answers = ASKED.map((asked) => answer(inference, asked));
  await expect(`${JSON.stringify(answers, null, 2)}\n`).toMatchFileSnapshot(
    "../../fixtures/sprout-answers.json",
  );
});

it("the shipped model gives the same tokens with plain kernels", () => {
  const [wasm, plain] = [new WasmKernels(), new PlainKernels()].map((kernels) => {
    const inference = new Inference(shape, parameters, kernels);
    return answer(inference, ASKED[4] as Asked);
  });
  expect(plain).toEqual(wasm);
});
