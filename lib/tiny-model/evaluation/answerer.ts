import { renderChat, type ChatDocument } from "../chat-template";
import { generate } from "../generate";
import type { Inference } from "../inference";
import type { ShapingSettings } from "../shape-logits";
import { toProbabilities } from "../shape-logits";
import type { Tokenizer } from "../tokenizer";

/** How to draw; without settings the likeliest token each time. */
export type Draw = { settings?: ShapingSettings; seed?: number };

/** Asks Sprout, as the evaluation does: whole answers, and the odds of what might follow. */
export class Answerer {
  constructor(
    private readonly inference: Inference,
    private readonly tokenizer: Tokenizer,
  ) {}

  /** The whole answer to a conversation, or to a message on its own. */
  answer(chat: ChatDocument | string, { settings = { temperature: 0 }, seed = 1 }: Draw = {}): string {
    const promptIds = renderChat(toChat(chat), this.tokenizer);
    const steps = generate(this.inference, { promptIds, settings, seed }, this.tokenizer);
    return [...steps].map(({ text }) => text).join("");
  }

  /** The chance, 0 to 1, that the open answer goes on with each of the texts. */
  odds(chat: ChatDocument, texts: readonly string[]): number[] {
    const promptIds = renderChat(chat, this.tokenizer);
    const session = this.inference.open();
    const first = toProbabilities(session.feed(promptIds));
    session.close();
    return texts.map((text) => {
      const ids = this.tokenizer.encode(text);
      const [head = 0, ...rest] = ids;
      return (first[head] as number) * this.chain(promptIds, head, rest);
    });
  }

  /** The chance of the tokens after the first, one upon the other. */
  private chain(promptIds: readonly number[], head: number, rest: readonly number[]): number {
    if (rest.length === 0) return 1;
    const session = this.inference.open();
    let chance = 1;
    let logits = session.feed([...promptIds, head]);
    for (const [index, id] of rest.entries()) {
      chance *= toProbabilities(logits)[id] as number;
      if (index < rest.length - 1) logits = session.feed([id]);
    }
    session.close();
    return chance;
  }
}

function toChat(chat: ChatDocument | string): ChatDocument {
  return typeof chat === "string" ? { messages: [{ role: "user", content: chat }] } : chat;
}
