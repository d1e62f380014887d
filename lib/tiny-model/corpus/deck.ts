import type { Random } from "../random";

/** Deals answers so that their shares come out exactly: a pack of 100 cards, shuffled, dealt to the end, shuffled again. */
export class Deck {
  private cards: string[] = [];

  constructor(
    private readonly answers: readonly (readonly [text: string, percent: number])[],
    private readonly random: Random,
  ) {}

  deal(): string {
    if (this.cards.length === 0) this.cards = this.shuffled();
    return this.cards.pop() as string;
  }

  private shuffled(): string[] {
    const pack = this.answers.flatMap(([text, percent]) => Array.from({ length: percent }, () => text));
    for (let i = pack.length - 1; i > 0; i -= 1) {
      const j = this.random.integer(i + 1);
      [pack[i], pack[j]] = [pack[j] as string, pack[i] as string];
    }
    return pack;
  }
}
