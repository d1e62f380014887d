import type { Random } from "../random";

/**
 * Shuffled decks of cards, one per name. Every card of a deck comes once before any comes again, so that shares in the
 * corpus are as designed and not as luck has it.
 */
export class Decks {
  private readonly waiting = new Map<string, unknown[]>();

  constructor(private readonly random: Random) {}

  /** The next card of a deck. Always ask with the same cards for the same name. */
  next<T>(name: string, cards: readonly T[]): T {
    let deck = this.waiting.get(name) as T[] | undefined;
    if (!deck || deck.length === 0) {
      if (cards.length === 0) throw new Error(`no cards in ${name}`);
      deck = shuffle(cards, this.random);
      this.waiting.set(name, deck);
    }
    return deck.pop() as T;
  }
}

/** A shuffled copy. */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = random.integer(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}
