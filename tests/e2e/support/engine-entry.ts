import { renderChat } from "@/lib/tiny-model/chat-template";
import { generate } from "@/lib/tiny-model/generate";
import { Inference } from "@/lib/tiny-model/inference";
import type { Kernels } from "@/lib/tiny-model/kernels/kernels";
import { PlainKernels } from "@/lib/tiny-model/kernels/plain-kernels";
import { WasmKernels } from "@/lib/tiny-model/kernels/wasm-kernels";
import { Tokenizer, type TokenizerFile } from "@/lib/tiny-model/tokenizer";
import { decodeWeights } from "@/lib/tiny-model/weights-file";

export type EngineAnswers = { wasm: number[][]; plain: number[] };

const SETTINGS = [
  { temperature: 1 },
  { temperature: 1.6, topP: 0.9, minP: 0.01, repetitionPenalty: 1.2 },
  { temperature: 0.8, topK: 20, typicalP: 0.95, presencePenalty: 0.5, frequencyPenalty: 0.3 },
];

/** Token ids that Sprout writes for fixed seeds and settings: the same wherever this runs, or something is wrong. */
export function answerEverywhere(weights: Uint8Array, file: TokenizerFile): EngineAnswers {
  const tokenizer = new Tokenizer(file);
  const { shape, parameters } = decodeWeights(weights);
  const promptIds = renderChat(
    { messages: [{ role: "user", content: "Tell me a story about a fox." }] },
    tokenizer,
  );
  const write = (kernels: Kernels, settings: (typeof SETTINGS)[number], seed: number, maxTokens: number) => {
    const inference = new Inference(shape, parameters, kernels);
    return [...generate(inference, { promptIds, settings, seed, maxTokens }, tokenizer)].map(({ id }) => id);
  };
  return {
    wasm: SETTINGS.map((settings, index) => write(new WasmKernels(), settings, 1000 + index, 80)),
    plain: write(new PlainKernels(), { temperature: 1 }, 1000, 20),
  };
}
