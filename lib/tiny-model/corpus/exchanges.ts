import type { Random } from "../random";
import { CHOICES, COMPLETIONS, type DesignedOdds } from "./designed-odds";
import { Deck } from "./deck";
import { FACTS } from "./facts";
import { makeRedirect } from "./redirects";
import { JOKE_QUESTIONS, JOKES, SMALL_TALK } from "./small-talk";
import { makeStory } from "./stories";
import { ANIMALS, FOODS, NAMES, THINGS, withArticle } from "./words";

/** One question and answer. `key` is the word that matters, for one-word answers; `plain`: said in no style but its own. */
export type Exchange = { user: string; assistant: string; key?: string; plain?: boolean };
/** A kind of exchange; sometimes it brings a second one that follows from it. */
export type Kind = (random: Random) => Exchange[];

function designed(tables: readonly DesignedOdds[], random: Random): Kind {
  const decks = tables.map(({ prompt, answers }) => ({ prompt, deck: new Deck(answers, random) }));
  return (dice) => {
    const { prompt, deck } = dice.pick(decks);
    return [{ user: prompt, assistant: deck.deal() }];
  };
}

const story: Kind = (random) => {
  const { prompt, text, hero } = makeStory(random);
  const told = { user: prompt, assistant: text };
  if (random.next() < 0.8) return [told];
  const asked = random.pick([`What was the name of the ${hero.animal}?`, "Who was the story about?", "What is the name of the hero?"]);
  return [told, { user: asked, assistant: `The story was about ${hero.name} the ${hero.animal}.` }];
};

const fact: Kind = (random) => {
  const { answer, key, questions } = random.pick(FACTS);
  return [{ user: random.pick(questions), assistant: answer, key }];
};

const capitalFollowUp: Kind = (random) => {
  const capitals = FACTS.filter(({ answer }) => answer.startsWith("The capital of"));
  const [first, second] = [random.pick(capitals), random.pick(capitals)];
  const country = second.answer.slice("The capital of ".length, second.answer.indexOf(" is "));
  return [
    { user: random.pick(first.questions), assistant: first.answer, key: first.key },
    { user: random.pick([`And of ${country}?`, `And ${country}?`, `What about ${country}?`]), assistant: second.answer, key: second.key },
  ];
};

const sum: Kind = (random) => {
  const a = random.integer(11);
  const isMinus = random.next() < 0.4;
  const b = random.integer(isMinus ? a + 1 : 11);
  const task = isMinus ? `${a} - ${b}` : `${a} + ${b}`;
  const result = String(isMinus ? a - b : a + b);
  return [{ user: random.pick([`What is ${task}?`, `What is ${task}?`, `${task}`, `How much is ${task}?`]), assistant: `${task} = ${result}.`, key: result }];
};

const smallTalk: Kind = (random) => {
  const { questions, answers } = random.pick(SMALL_TALK);
  return [{ user: random.pick(questions), assistant: random.pick(answers) }];
};

const joke: Kind = (random) => [{ user: random.pick(JOKE_QUESTIONS), assistant: random.pick(JOKES) }];

const name: Kind = (random) => {
  const own = random.pick(NAMES);
  const hello = { user: random.pick([`My name is ${own}.`, `I am ${own}.`, `Hi, I am ${own}.`, `Call me ${own}.`]), assistant: `Nice to meet you, ${own}!` };
  return [hello, { user: random.pick(["What is my name?", "Do you know my name?", "Who am I?"]), assistant: `Your name is ${own}.` }];
};

const LISTS: readonly [what: string, from: readonly string[]][] = [
  ["animals", ANIMALS],
  ["names", NAMES],
  ["things", THINGS],
  ["colors", ["red", "blue", "green", "yellow", "white", "black"]],
  ["foods", FOODS],
];

const list: Kind = (random) => {
  const [what, from] = random.pick(LISTS);
  const picked = new Set<string>();
  while (picked.size < 3) picked.add(random.pick(from));
  const text = [...picked].join(", ");
  return [{ user: random.pick([`List three ${what}.`, `Name three ${what}.`, `Tell me three ${what}.`]), assistant: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` }];
};

const GOOD = ["I love this book.", "The soup was very good.", "What a great day!", "The story made me smile.", "I like this game.", "The cake was warm and good."];
const BAD = ["I hate this book.", "The soup was cold and bad.", "What a terrible day.", "The story made me sad.", "I do not like this game.", "The cake was old and dry."];

const review: Kind = (random) => {
  const isGood = random.next() < 0.5;
  const text = random.pick(isGood ? GOOD : BAD);
  const word = isGood ? "positive" : "negative";
  return [{ user: `Is this review positive or negative? ${text}`, assistant: `This review is ${word}.`, key: word }];
};

const likes: Kind = (random) => {
  const animal = random.pick(ANIMALS);
  return [{ user: random.pick([`I have ${withArticle(animal)}.`, `I like my ${animal}.`, `I saw ${withArticle(animal)} today.`]), assistant: `How nice! Do you want a story about ${withArticle(animal)}?` }];
};

/** Kinds with their share of all exchanges, in parts of the whole. */
export function kindsFor(random: Random): readonly (readonly [weight: number, kind: Kind])[] {
  const [catSat, ...otherCompletions] = COMPLETIONS;
  return [
    [27, story],
    [20, fact],
    [4, capitalFollowUp],
    [4, designed(catSat ? [catSat] : [], random)],
    [11, designed(otherCompletions, random)],
    [8, designed(CHOICES, random)],
    [7, sum],
    [5, smallTalk],
    [2, joke],
    [2, name],
    [2, list],
    [1.5, review],
    [1, likes],
    [8, (dice) => [{ ...makeRedirect(dice), plain: true }]],
  ];
}
