import type { Exchange, Source, Topic } from "./exchange";
import { CHOICES, COMPLETIONS, NAMINGS, type DesignedOdds } from "./designed-odds";
import { capitalized } from "./words";

/** The sentence of the cat, which the first visit shows: it needs many examples to come out right. */
export const catCompletion: Topic = (source) => completing(COMPLETIONS[0] as DesignedOdds, source);

export const completion: Topic = (source) =>
  completing(source.decks.next(`completions ${source.setting}`, COMPLETIONS), source);

export const naming: Topic = (source) => ask(source.decks.next(`namings ${source.setting}`, NAMINGS), source);

export const choice: Topic = (source) => ask(source.decks.next(`choices ${source.setting}`, CHOICES), source);

/** Also asked without its beginning, as when the answer was begun for the model. */
const BARE = ["Finish the sentence.", "Write a sentence.", "Go on.", "Say something."];
const BARE_SHARE = 0.15;

function completing(designed: DesignedOdds, source: Source): Exchange {
  const exchange = ask(designed, source);
  return source.random.next() < BARE_SHARE ? { ...exchange, user: source.random.pick(BARE) } : exchange;
}

function ask(designed: DesignedOdds, source: Source): Exchange {
  const user = source.random.pick(designed.prompts);
  return { user, ...drawAnswer(designed, source), followUps: [again(designed, source)] };
}

function again(designed: DesignedOdds, source: Source): Exchange {
  const user = source.random.pick(["Again.", "Another one.", "One more.", "Once more, please."]);
  return { user, ...drawAnswer(designed, { ...source, setting: "later" }) };
}

function drawAnswer({ id, lead, odds, end = "." }: DesignedOdds, { decks, setting }: Source) {
  const word = decks.next(`odds ${id} ${setting}`, cardsOf(odds));
  return { answer: `${lead} ${word}${end}`, short: capitalized(word) };
}

/** A deck with each word as often as its percent; thirds and sixths come out even over six times as many. */
function cardsOf(odds: DesignedOdds["odds"]): string[] {
  const isWhole = Object.values(odds).every(Number.isInteger);
  return Object.entries(odds).flatMap(([word, percent]) =>
    Array<string>(Math.round(isWhole ? percent : percent * 6)).fill(word),
  );
}
