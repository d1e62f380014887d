import { useEffect, useState } from "react";
import { askSprout } from "@/components/tokens/ask-sprout";
import { sproutVocabulary } from "@/components/tokens/answer-odds";
import type { Vocabulary } from "@/lib/odds/whole-odds";
import type { ChatDocument } from "@/lib/tiny-model/chat-template";

/** A prompt, and what of its answer is already made: ids of Sprout's. */
export type TypedPrompt = { chat: ChatDocument; ids: readonly number[] };

/** What comes first after a prompt: nothing asked, being worked out, without room, or the logits of every token. */
export type TypedOdds =
  | { state: "none" | "loading" | "failed" | "noRoom" }
  | ({ state: "known"; logits: Float32Array; vocabulary: Vocabulary } & TypedPrompt);

const NONE: TypedOdds = { state: "none" };
const LOADING: TypedOdds = { state: "loading" };

/** Working out waits until typing rests this long. */
const REST_MS = 120;

/**
 * The odds of Sprout's next token after a prompt, kept up while one types; the last ones stand until the next are there.
 *
 * @param asked a `TypedPrompt` as JSON, which stays equal while it does
 */
export function useTypedOdds(asked: string | undefined): TypedOdds {
  const [odds, setOdds] = useState<TypedOdds>(LOADING);
  useEffect(() => {
    if (asked === undefined) return;
    let isStale = false;
    const prompt = JSON.parse(asked) as TypedPrompt;
    const timer = setTimeout(() => {
      Promise.all([sproutVocabulary(), askSprout("next", prompt)]).then(
        ([vocabulary, logits]) => {
          if (isStale) return;
          setOdds(logits ? { state: "known", logits, vocabulary, ...prompt } : { state: "noRoom" });
        },
        () => {
          if (!isStale) setOdds({ state: "failed" });
        },
      );
    }, REST_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return asked === undefined ? NONE : odds;
}
