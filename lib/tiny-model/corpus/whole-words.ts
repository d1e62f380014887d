import { DEMO_WORDS } from "./designed-odds";
import { ANIMALS, NAMES } from "./words";

/** Words that are single tokens, with the space before them: those that demos and lessons point at. */
export const WHOLE_WORDS: readonly string[] = [
  ...new Set([...DEMO_WORDS, ...ANIMALS.map((animal) => ` ${animal}`), ...NAMES.map((name) => ` ${name}`), " silver", " golden", " Sprout"]),
];
