import type { Random } from "../random";
import type { Decks } from "./decks";

/** One question and its answer, and what may be asked next. */
export type Exchange = {
  user: string;
  answer: string;
  /** The answer in one word. */
  short?: string;
  /** A briefer answer, where the answer is long. */
  brief?: string;
  followUps?: Exchange[];
};

/** What the parts of the corpus draw from. `setting` keeps decks apart, so that odds hold in each setting. */
export type Source = { random: Random; decks: Decks; setting: "plain" | "styled" | "later" };

/** Makes one exchange of its topic. */
export type Topic = (source: Source) => Exchange;
