import type { ChatDocument } from "../chat-template";
import { Random } from "../random";
import { Decks } from "./decks";
import { MIX } from "./mix";

/**
 * The text Sprout is trained on: conversations written by rules, the same for the same seed. Kinds of documents come in
 * the shares of the mix, odds as they are designed.
 */
export function* generateCorpus({
  seed,
  documents,
}: {
  seed: number;
  documents: number;
}): Generator<ChatDocument> {
  const random = new Random(seed);
  const decks = new Decks(random);
  const makers = MIX.flatMap(([count, maker]) => Array<typeof maker>(count).fill(maker));
  for (let made = 0; made < documents; made += 1) {
    yield decks.next("mix", makers)({ random, decks, setting: "plain" });
  }
}
