import type { Exchange, Topic } from "./exchange";
import { FACT_FAMILIES, type FactFamily } from "./fact-families";
import { SINGLE_FACTS } from "./single-facts";
import { capitalized } from "./words";

/** A fact in one of its question forms. */
export type Fact = { question: string; answer: string; short: string; family?: FactFamily };

/** Every question form of every fact, once. */
export const FACTS: readonly Fact[] = [
  ...FACT_FAMILIES.flatMap((family) =>
    family.pairs.flatMap(([subject, answer]) =>
      family.questions.map((question) => ({
        question: fill(question, subject, answer),
        answer: capitalized(fill(family.answer, subject, answer)),
        short: capitalized(answer),
        family,
      })),
    ),
  ),
  ...SINGLE_FACTS.flatMap(([answer, short, ...questions]) =>
    questions.map((question) => ({ question, answer, short })),
  ),
];

/** A fact, each form as often as any other; in a family, another subject may be asked about next. */
export const fact: Topic = ({ random, decks, setting }) => {
  const { question, answer, short, family } = decks.next(`facts ${setting}`, FACTS);
  if (!family) return { user: question, answer, short };
  const [subject, value] = random.pick(family.pairs);
  const followUp: Exchange = {
    user: fill(random.pick(family.next), subject, value),
    answer: capitalized(fill(family.answer, subject, value)),
    short: capitalized(value),
  };
  return { user: question, answer, short, followUps: followUp.answer === answer ? [] : [followUp] };
};

/** "hot -> cold, big -> small, up ->": shown two examples, do the next one. */
export const pattern: Topic = ({ random, decks }) => {
  const family = decks.next("patterns", PATTERN_FAMILIES);
  const shown: (readonly [string, string])[] = [];
  while (shown.length < 3) {
    const pair = random.pick(family.pairs);
    if (!shown.includes(pair)) shown.push(pair);
  }
  const [mark, gap] = random.pick([
    [" -> ", ", "],
    [": ", "\n"],
    [" -> ", "\n"],
    [" = ", ", "],
  ] as const);
  const examples = shown.slice(0, 2).map(([subject, value]) => `${subject}${mark}${value}`);
  const [subject, value] = shown[2] as readonly [string, string];
  return { user: [...examples, `${subject}${mark.trimEnd()}`].join(gap), answer: value, short: value };
};

const PATTERN_FAMILIES = FACT_FAMILIES.filter(({ name }) =>
  ["capitals", "sounds", "babies", "opposites"].includes(name),
);

/** Puts subject and answer in, and mends "a owl" to "an owl". */
function fill(text: string, subject: string, answer: string): string {
  return text
    .replaceAll(/\bX\b/g, subject)
    .replaceAll(/\bY\b/g, answer)
    .replaceAll(/\b([Aa]) (?=[aeiou])/g, "$1n ");
}
