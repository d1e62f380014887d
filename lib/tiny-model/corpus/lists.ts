import type { Exchange, Topic } from "./exchange";
import { shuffle } from "./decks";
import { ANIMALS, BOYS, capitalized, COLORS, FOODS, FRUITS, GIRLS } from "./words";

const COUNTS = { two: 2, three: 3, four: 4, five: 5 } as const;
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  animals: ANIMALS.slice(0, 24),
  colors: COLORS,
  fruits: FRUITS,
  names: [...GIRLS.slice(0, 12), ...BOYS.slice(0, 12)],
  days: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
  foods: FOODS,
};

/** "List three animals." in lines, "Name three animals." in a sentence. */
export const list: Topic = ({ random, decks }) => {
  const group = decks.next("list groups", Object.keys(GROUPS));
  const word = random.pick(["two", "three", "three", "three", "four", "five"] as const);
  const items = shuffle(GROUPS[group] ?? [], random).slice(0, COUNTS[word]);
  const sentence = capitalized(`${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}.`);
  const count = random.next() < 0.2 ? `${COUNTS[word]}` : word;
  const short = capitalized(items[0] ?? "");
  return random.pick<() => Exchange>([
    () => ({
      user: `List ${count} ${group}.`,
      answer: items.map((item) => `- ${item}`).join("\n"),
      brief: sentence,
      short,
    }),
    () => ({ user: `Name ${count} ${group}.`, answer: sentence, short }),
    () => ({ user: `Tell me ${count} ${group}.`, answer: sentence, short }),
    () => ({ user: `Give me ${count} ${group}.`, answer: sentence, short }),
  ])();
};

/** "Say moon." and "Repeat: The moon is bright." */
export const repeating: Topic = ({ random }) => {
  const words = [...ANIMALS, ...COLORS, ...FRUITS];
  const word = random.pick(words);
  const sentence = random.pick([
    `I like the ${word}.`,
    `The ${random.pick(ANIMALS)} is ${random.pick(COLORS)}.`,
    `We see a ${random.pick(ANIMALS)} and a ${random.pick(ANIMALS)}.`,
    `${random.pick(GIRLS)} and ${random.pick(BOYS)} like ${random.pick(FOODS)}.`,
  ]);
  return random.pick<() => Exchange>([
    () => ({ user: `Say ${word}.`, answer: `${capitalized(word)}.`, short: capitalized(word) }),
    () => ({ user: `Say "${word}".`, answer: `${capitalized(word)}.`, short: capitalized(word) }),
    () => ({ user: `Repeat: ${sentence}`, answer: sentence, short: capitalized(word) }),
    () => ({ user: `Repeat after me: ${sentence}`, answer: sentence, short: capitalized(word) }),
    () => ({
      user: `Write this in capital letters: ${sentence}`,
      answer: sentence.toUpperCase(),
      short: capitalized(word),
    }),
  ])();
};
