import { useEffect, useState } from "react";
import { askSprout } from "@/components/tokens/ask-sprout";
import { sproutVocabulary } from "@/components/tokens/answer-odds";
import type { Vocabulary } from "@/lib/odds/whole-odds";
import type { ChatDocument } from "@/lib/tiny-model/chat-template";

/** What comes first after a prompt: nothing asked, being worked out, without room, or the logits of every token. */
export type TypedOdds =
  | { state: "none" | "loading" | "failed" | "noRoom" }
  | { state: "known"; logits: Float32Array; vocabulary: Vocabulary };

const NONE: TypedOdds = { state: "none" };
const LOADING: TypedOdds = { state: "loading" };

/** Working out waits until typing rests this long. */
const REST_MS = 120;

/** The odds of Sprout's first token after a prompt, kept up while one types; the last ones stand until the next are there. */
export function useTypedOdds(chat: ChatDocument | undefined): TypedOdds {
  const [odds, setOdds] = useState<TypedOdds>(LOADING);
  const asked = chat && JSON.stringify(chat);
  useEffect(() => {
    if (asked === undefined) return;
    let isStale = false;
    const timer = setTimeout(() => {
      Promise.all([sproutVocabulary(), askSprout("next", { chat: JSON.parse(asked) as ChatDocument })]).then(
        ([vocabulary, logits]) => {
          if (!isStale) setOdds(logits ? { state: "known", logits, vocabulary } : { state: "noRoom" });
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
