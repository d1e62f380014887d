import "server-only";
import { readFileSync } from "node:fs";
import type { EndReason, RunToken, TokenAlternative } from "@/lib/run-events";
import { renderChat } from "@/lib/tiny-model/chat-template";
import { generate, type Alternative, type GeneratedToken } from "@/lib/tiny-model/generate";
import { Inference } from "@/lib/tiny-model/inference";
import { makeKernels } from "@/lib/tiny-model/kernels/make-kernels";
import { Tokenizer, type TokenizerFile } from "@/lib/tiny-model/tokenizer";
import { decodeWeights } from "@/lib/tiny-model/weights-file";
import { checkTokens } from "./check-tokens";
import { checkCanFit, roomFor } from "./room";
import type { SproutJob, SproutStep } from "./protocol";
import type { SproutEngine } from "./round-robin";
import { sproutFile } from "./sprout-files";

const decoder = new TextDecoder();

/** Reads Sprout from its files, once for the thread. */
export function loadSprout(): SproutEngine {
  const tokenizer = new Tokenizer(
    JSON.parse(readFileSync(sproutFile("tokenizer.json"), "utf8")) as TokenizerFile,
  );
  const { shape, parameters } = decodeWeights(readFileSync(sproutFile("weights.bin")));
  const inference = new Inference(shape, parameters, makeKernels());
  return (job) => {
    checkCanFit(job, tokenizer, shape.contextTokens);
    checkTokens(job, tokenizer);
    const promptIds = renderChat(job, tokenizer);
    const maxTokens = roomFor(promptIds.length, job, shape.contextTokens);
    return { input: promptIds.length, steps: answer(job, promptIds, maxTokens, inference, tokenizer) };
  };
}

function* answer(
  { parameters, seed }: SproutJob,
  promptIds: number[],
  maxTokens: number,
  inference: Inference,
  tokenizer: Tokenizer,
): Generator<SproutStep, EndReason> {
  const { logprobs, topLogprobs = 0, stop = [], ...settings } = parameters;
  const options = { promptIds, settings, maxTokens, stop, seed, topLogprobs: logprobs ? topLogprobs : 0 };
  const steps = generate(inference, options, tokenizer);
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield logprobs ? { text: step.value.text, token: toRunToken(step.value) } : { text: step.value.text };
    }
  } finally {
    // A stopped answer must give its megabyte of cache back.
    steps.return("complete");
  }
}

function toRunToken({ top, ...token }: GeneratedToken): RunToken {
  return { ...toAlternative(token), top: top.map(toAlternative) };
}

/** JSON knows no -Infinity: a token that the faders left no chance has no shaped odds. */
function toAlternative({ bytes, logprob, shapedLogprob }: Alternative): TokenAlternative {
  const shaped = Number.isFinite(shapedLogprob) ? { shapedLogprob } : {};
  return { text: decoder.decode(bytes), bytes: [...bytes], logprob, ...shaped };
}
