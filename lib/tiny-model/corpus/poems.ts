import type { Topic } from "./exchange";
import { ANIMALS, withArticle } from "./words";

const SUBJECTS = [
  "moon",
  "sun",
  "sea",
  "snow",
  "rain",
  "forest",
  "garden",
  "river",
  "star",
  "tree",
  "night",
  "wind",
  ...ANIMALS.slice(0, 20),
];

/** Four lines each; X is what the poem is about. */
const POEMS = [
  "The X, the X, so still and deep,\nIt sings a song and falls asleep.\nThe stars above, they shine so bright,\nGood night, dear X, good night, good night.",
  "I saw the X one day in May,\nIt smiled at me and wanted to play.\nWe danced and sang till it was late,\nOh X, dear X, you are so great.",
  "Little X, where do you go?\nOver the hills and through the snow.\nLittle X, what do you see?\nA big blue sky and you and me.",
  "Oh X, my friend, so kind and true,\nThe world is better because of you.\nIn sun or rain, in night or day,\nOh X, my friend, please always stay.",
];

export const poem: Topic = ({ random, decks }) => {
  const subject = decks.next("poem subjects", SUBJECTS);
  const about = ANIMALS.includes(subject) ? withArticle(subject) : `the ${subject}`;
  const ask = random.pick([
    "Write a poem about",
    "Write a poem about",
    "Tell me a poem about",
    "Make a poem about",
    "Write me a short poem about",
  ]);
  const text = decks.next("poems", POEMS).replaceAll("X", subject);
  return {
    user: `${ask} ${about}.`,
    answer: text,
    brief: text.split("\n").slice(0, 2).join("\n"),
    short: subject.charAt(0).toUpperCase() + subject.slice(1),
  };
};
