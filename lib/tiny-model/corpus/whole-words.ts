import { DESIGNED_ODDS } from "./designed-odds";
import { ANIMALS } from "./words";

/** Words that get a token of their own, so that a word's odds are one token's odds. */
export const WHOLE_WORDS: readonly string[] = [
  ...new Set(
    [
      ...DESIGNED_ODDS.flatMap(({ odds }) => Object.keys(odds)).filter((word) => !/\d/.test(word)),
      ...ANIMALS.slice(0, 20),
      ..."silver golden dragon story Sprout Lena Tom Luna Max".split(" "),
    ].map((word) => ` ${word}`),
  ),
];
