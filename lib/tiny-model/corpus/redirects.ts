import type { Random } from "../random";
import { LARGEST_NUMBER } from "./arithmetic";
import type { Exchange, Topic } from "./exchange";
import { inventName } from "./heroes";
import {
  CODE,
  COUNTRIES_UNKNOWN,
  FOREIGN_WORDS,
  HARD_QUESTIONS,
  NEWS,
  OTHER_LANGUAGES,
  SUGGESTIONS,
  THINGS_UNKNOWN,
} from "./redirect-texts";

/** What Sprout cannot do, answered with a friendly way on. */
export const redirect: Topic = ({ random, decks }) => decks.next("redirects", REDIRECTS)(random);

type Redirect = (random: Random) => Exchange;

const answer = (random: Random, reason: string, suggestion = random.pick(SUGGESTIONS)) => ({
  answer: `${reason} Try "${suggestion}"`,
  brief: reason,
  short: "Sorry",
});

const language: Redirect = (random) => {
  const words = () =>
    Array.from({ length: 3 + random.integer(5) }, () => random.pick(FOREIGN_WORDS)).join(" ");
  const user = random.next() < 0.6 ? random.pick(OTHER_LANGUAGES) : words();
  return {
    user,
    ...answer(
      random,
      random.pick(["I can only read simple English.", "Sorry, I only know a little English."]),
    ),
  };
};

const code: Redirect = (random) => ({
  user: random.pick(CODE),
  ...answer(random, random.pick(["I cannot write or read code.", "Sorry, code is too hard for me."])),
});

const news: Redirect = (random) => ({
  user: random.pick(NEWS).replace("X", random.pick(THINGS_UNKNOWN)),
  ...answer(
    random,
    random.pick(["I cannot see the world outside.", "Sorry, I do not know what happens outside."]),
  ),
});

const hard: Redirect = (random) => ({
  user: random
    .pick(HARD_QUESTIONS)
    .replaceAll("X", () => random.pick([...THINGS_UNKNOWN, ...COUNTRIES_UNKNOWN])),
  ...answer(random, random.pick(["I am too small to know that.", "Sorry, I do not know that."])),
});

const gibberish: Redirect = (random) => {
  const letters = () =>
    Array.from({ length: 3 + random.integer(6) }, () => random.pick([..."abcdefghijklmnopqrstuvwxyz"])).join(
      "",
    );
  const user = random.pick<() => string>([
    () =>
      random.pick([
        "asdf",
        "qwerty",
        "asdfghjkl",
        "test",
        "???",
        "...",
        "xyz",
        "123",
        "abc",
        "lorem ipsum",
        "hmm",
        "bla bla",
        "1",
        "?",
        "-",
        "foo bar",
      ]),
    () => letters(),
    () => `${letters()} ${letters()}`,
    () => `${letters()} ${letters()} ${letters()}`,
  ])();
  return {
    user,
    ...answer(random, random.pick(["I do not understand that.", "Sorry, I cannot read that."])),
  };
};

/** Reckoning past what it was taught. */
const bigNumbers: Redirect = (random) => {
  const big = () => LARGEST_NUMBER + 1 + random.integer(random.pick([20, 90, 990, 9990]));
  const small = () => random.integer(LARGEST_NUMBER + 1);
  const user = random.pick<() => string>([
    () => `What is ${big()} ${random.pick(["+", "-"])} ${big()}?`,
    () => `What is ${big()} ${random.pick(["+", "-"])} ${small()}?`,
    () => `What is ${small()} + ${big()}?`,
    () => `${big()} ${random.pick(["+", "-", "*", "/", "x"])} ${big()}`,
    () => `What is ${small()} times ${small()}?`,
    () => `${small()} * ${small()}`,
    () => `What is ${big()} divided by ${small()}?`,
    () => `What is the square root of ${big()}?`,
    () => `Solve ${small()}x + ${small()} = ${big()}.`,
    () => `How much is ${big()} percent of ${big()}?`,
  ])();
  return {
    user,
    ...answer(
      random,
      random.pick(["I can only add and take away up to 10.", "Sorry, that is too hard for me."]),
      "What is 3 + 4?",
    ),
  };
};

/** The shape of a fact, with a subject it does not know: not knowing is better than making up. */
const unknownSubject: Redirect = (random) => {
  const place = random.next() < 0.7 ? random.pick(COUNTRIES_UNKNOWN) : inventName(random);
  const thing = random.next() < 0.5 ? random.pick(THINGS_UNKNOWN) : `a ${inventName(random).toLowerCase()}`;
  const person = `${inventName(random)} ${inventName(random)}`;
  return random.pick<() => Exchange>([
    () => ({
      user: `What is the capital of ${place}?`,
      ...answer(random, `I do not know the capital of ${place}.`, "What is the capital of France?"),
    }),
    () => ({
      user: `Tell me the capital of ${place}.`,
      ...answer(random, `I do not know the capital of ${place}.`, "What is the capital of France?"),
    }),
    () => ({
      user: `What color is ${thing}?`,
      ...answer(random, `I do not know the color of ${thing}.`, "What color is snow?"),
    }),
    () => ({ user: `Who is ${person}?`, ...answer(random, "Sorry, I do not know that.") }),
    () => ({ user: "What is my name?", answer: "I do not know your name yet. What is it?", short: "Sorry" }),
  ])();
};

/** How often each kind comes. */
const REDIRECTS: readonly Redirect[] = [
  language,
  language,
  code,
  news,
  hard,
  hard,
  hard,
  gibberish,
  bigNumbers,
  bigNumbers,
  unknownSubject,
  unknownSubject,
];
