import { renderChat } from "@/lib/tiny-model/chat-template";
import { generate } from "@/lib/tiny-model/generate";
import { Inference } from "@/lib/tiny-model/inference";
import type { Kernels } from "@/lib/tiny-model/kernels/kernels";
import { PlainKernels } from "@/lib/tiny-model/kernels/plain-kernels";
import { WasmKernels } from "@/lib/tiny-model/kernels/wasm-kernels";
import { END } from "@/lib/tiny-model/special-tokens";
import { Tokenizer, type TokenizerFile } from "@/lib/tiny-model/tokenizer";
import { decodeWeights } from "@/lib/tiny-model/weights-file";

export type KernelName = "wasm" | "plain";

/** One answer: how many tokens it has, and how many came in a second after the first. */
export type Speed = { tokens: number; perSecond: number };

const KERNELS: Record<KernelName, () => Kernels> = {
  wasm: () => new WasmKernels(),
  plain: () => new PlainKernels(),
};
const TOKENS = 150;
/** The end of the answer is never drawn, so that every answer has as many tokens as were asked for. */
const SETTINGS = { temperature: 1, logitBias: { [END]: -100 } };
const SEED = 7;

/** Writes the same answer with one kind of kernels each time it is called, the reading of the prompt not counted. */
export function createSpeedometer(weights: Uint8Array, file: TokenizerFile): (kernels: KernelName) => Speed {
  const tokenizer = new Tokenizer(file);
  const { shape, parameters } = decodeWeights(weights);
  const message = { role: "user", content: "Tell me a story about a fox." } as const;
  const promptIds = renderChat({ messages: [message] }, tokenizer);
  const engines = {
    wasm: new Inference(shape, parameters, KERNELS.wasm()),
    plain: new Inference(shape, parameters, KERNELS.plain()),
  };
  return (kernels) => {
    const options = { promptIds, settings: SETTINGS, seed: SEED, maxTokens: TOKENS };
    const steps = generate(engines[kernels], options, tokenizer);
    steps.next();
    const startedAt = performance.now();
    let tokens = 0;
    while (!steps.next().done) tokens += 1;
    return { tokens, perSecond: (tokens * 1000) / (performance.now() - startedAt) };
  };
}
