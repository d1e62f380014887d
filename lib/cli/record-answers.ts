import { readFileSync } from "node:fs";
import { FIRST_PROMPT, FIRST_TEMPERATURES } from "../playground/first-visit";
import type { RecordedAnswer } from "../playground/recorded-answers";
import { renderChat } from "../tiny-model/chat-template";
import { generate } from "../tiny-model/generate";
import { Inference } from "../tiny-model/inference";
import { WasmKernels } from "../tiny-model/kernels/wasm-kernels";
import { Tokenizer, type TokenizerFile } from "../tiny-model/tokenizer";
import { decodeWeights } from "../tiny-model/weights-file";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Sprout's answers to the first visit's prompt, from the files that ship; seeds 1 to 10 at each pane's temperature. */
export function recordAnswers(folder = "public/sprout"): RecordedAnswer[][] {
  const tokenizer = new Tokenizer(
    JSON.parse(readFileSync(`${folder}/tokenizer.json`, "utf8")) as TokenizerFile,
  );
  const { shape, parameters } = decodeWeights(readFileSync(`${folder}/weights.bin`));
  const inference = new Inference(shape, parameters, new WasmKernels());
  const promptIds = renderChat({ messages: [{ role: "user", content: FIRST_PROMPT }] }, tokenizer);
  return FIRST_TEMPERATURES.map((temperature) =>
    SEEDS.map((seed) => {
      const steps = [
        ...generate(inference, { promptIds, settings: { temperature }, maxTokens: 120, seed }, tokenizer),
      ];
      return {
        seed,
        text: steps.map((step) => step.text).join(""),
        input: promptIds.length,
        output: steps.length,
      };
    }),
  );
}
