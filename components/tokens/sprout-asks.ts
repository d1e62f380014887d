import type { Replay } from "@/lib/odds/sprout-odds";
import type { Vocabulary, WholeAnswer } from "@/lib/odds/whole-odds";
import type { ChatDocument } from "@/lib/tiny-model/chat-template";

/** What Sprout's thread in the browser can be asked, and what it answers. */
export type SproutAnswers = {
  /** Whether Sprout can read a message, and the tokens of its room that each prompt takes. */
  read: { ask: { message: string; prompts: ChatDocument[] }; answer: { readable: boolean; rooms: number[] } };
  vocabulary: { ask: object; answer: Vocabulary };
  next: { ask: { chat: ChatDocument; ids?: readonly number[] }; answer: Float32Array | undefined };
  replay: { ask: { replay: Replay }; answer: WholeAnswer | undefined };
};

export type SproutAskType = keyof SproutAnswers;
export type SproutAsk = { [T in SproutAskType]: { type: T } & SproutAnswers[T]["ask"] }[SproutAskType];

export type ToWorker = { id: number; ask: SproutAsk };
export type FromWorker = { id: number; result?: unknown; error?: string };
