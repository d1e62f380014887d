import type { ParameterValues } from "../catalog/parameters";
import { prefillTokens, readsAs, renderChat, type ChatDocument } from "../tiny-model/chat-template";
import { generate, sayable } from "../tiny-model/generate";
import { Inference } from "../tiny-model/inference";
import { makeKernels } from "../tiny-model/kernels/make-kernels";
import { Tokenizer, type TokenizerFile } from "../tiny-model/tokenizer";
import { decodeWeights } from "../tiny-model/weights-file";
import { drawnTokens, type Vocabulary, type WholeAnswer } from "./whole-odds";

/** An answer of Sprout's to be made once more: the same seed and settings give the same tokens in every engine. */
export type Replay = {
  chat: ChatDocument;
  parameters: ParameterValues;
  seed: number;
  text: string;
  /** False for an answer that was stopped or cut: `text` is then only its beginning. */
  isWhole: boolean;
};

export type SproutOdds = {
  vocabulary: Vocabulary;
  /** The logits of the token after the prompt and, if given, after `ids` of the answer; undefined when there is no room. */
  next: (chat: ChatDocument, ids?: readonly number[]) => Float32Array | undefined;
  /** The answer token by token; undefined when what comes out is not what was recorded. */
  replay: (asked: Replay) => WholeAnswer | undefined;
};

/** Sprout's odds, from its files, in whatever engine this runs. */
export function createSproutOdds(tokenizerFile: TokenizerFile, weights: Uint8Array): SproutOdds {
  const tokenizer = new Tokenizer(tokenizerFile);
  const { shape, parameters } = decodeWeights(weights);
  const inference = new Inference(shape, parameters, makeKernels());
  const vocabulary = Array.from({ length: tokenizer.size }, (_, id) => tokenizer.bytesOf(id));

  /** The logits before each of `ids` and after the last, row by row. */
  function logitsAlong(promptIds: readonly number[], ids: readonly number[]): Float32Array {
    const rows = new Float32Array((ids.length + 1) * vocabulary.length);
    const session = inference.open();
    try {
      rows.set(session.feed(promptIds));
      ids.forEach((id, index) => {
        // A full room has no next token to tell of.
        if (session.length < shape.contextTokens)
          rows.set(session.feed([id]), (index + 1) * vocabulary.length);
      });
      return rows;
    } finally {
      session.close();
    }
  }

  /** The prefill's tokens, unless a space at its end was left off: then they are another text's. */
  function givenTo({ messages }: ChatDocument): Pick<WholeAnswer, "given"> {
    const given = prefillTokens(messages, tokenizer);
    return given.length > 0 && readsAs(messages.at(-1)?.content ?? "", given, tokenizer) ? { given } : {};
  }

  return {
    vocabulary,
    next(chat, ids = []) {
      const promptIds = [...renderChat(chat, tokenizer), ...ids];
      if (promptIds.length >= shape.contextTokens) return undefined;
      return sayable(logitsAlong(promptIds, []));
    },
    replay({ chat, parameters: { stop = [], maxOutputTokens, ...settings }, seed, text, isWhole }) {
      const promptIds = renderChat(chat, tokenizer);
      if (promptIds.length >= shape.contextTokens) return undefined;
      const steps = generate(
        inference,
        { promptIds, settings, maxTokens: maxOutputTokens, stop, seed },
        tokenizer,
      );
      const ids: number[] = [];
      let made = "";
      for (const step of steps) {
        ids.push(step.id);
        made += step.text;
        if (!isWhole && made.length >= text.length) break;
      }
      if (isWhole ? made !== text : !made.startsWith(text)) return undefined;
      const logits = logitsAlong(promptIds, ids);
      return {
        ids,
        logits,
        tokens: drawnTokens(ids, logits, settings, vocabulary),
        ...givenTo(chat),
      };
    },
  };
}
