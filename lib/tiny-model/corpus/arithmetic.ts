import type { Exchange, Topic } from "./exchange";

/** Sprout reckons with numbers up to this. */
export const LARGEST_NUMBER = 10;

type Sum = { left: number; sign: "+" | "-"; right: number };

/** All sums and differences that Sprout is taught: both numbers 0 to 10, no result below 0. */
export const SUMS: readonly Sum[] = numbers().flatMap((left) =>
  numbers().flatMap((right): Sum[] => [
    { left, sign: "+", right },
    ...(left >= right ? [{ left, sign: "-", right } as const] : []),
  ]),
);

/** "3 + 4 = 7." */
export function solve({ left, sign, right }: Sum): string {
  return `${left} ${sign} ${right} = ${resultOf({ left, sign, right })}.`;
}

export const arithmetic: Topic = ({ random, decks, setting }) => {
  const sum = decks.next(`sums ${setting}`, SUMS);
  const next = random.pick(SUMS);
  return {
    ...exchangeFor(sum, random.pick(sum.sign === "+" ? PLUS_FORMS : MINUS_FORMS)),
    followUps: [exchangeFor(next, random.pick(["And L S R?", "What about L S R?"]))],
  };
};

/** "Which is bigger, 3 or 7?" and "What comes after 5?" */
export const comparing: Topic = ({ random }) => {
  const left = random.integer(LARGEST_NUMBER + 1);
  const right = (left + 1 + random.integer(LARGEST_NUMBER)) % (LARGEST_NUMBER + 1);
  const [big, small] = left > right ? [left, right] : [right, left];
  return random.pick<() => Exchange>([
    () => ({
      user: `Which is bigger, ${left} or ${right}?`,
      answer: `${big} is bigger than ${small}.`,
      short: `${big}`,
    }),
    () => ({
      user: `Which is smaller, ${left} or ${right}?`,
      answer: `${small} is smaller than ${big}.`,
      short: `${small}`,
    }),
    () => ({
      user: `What number comes after ${left}?`,
      answer: `${left + 1} comes after ${left}.`,
      short: `${left + 1}`,
    }),
    () => ({ user: `Count to ${big}.`, answer: `${span(1, big).join(", ")}.`, short: `${big}` }),
    () => ({
      user: `Count from ${small} to ${big}.`,
      answer: `${span(small, big).join(", ")}.`,
      short: `${big}`,
    }),
    () => ({
      user: `Count down from ${big}.`,
      answer: `${span(0, big).toReversed().join(", ")}.`,
      short: "0",
    }),
  ])();
};

const PLUS_FORMS = [
  "What is L S R?",
  "What is L S R?",
  "L S R",
  "L S R =",
  "What is L plus R?",
  "How much is L S R?",
  "Add L and R.",
];
const MINUS_FORMS = [
  "What is L S R?",
  "What is L S R?",
  "L S R",
  "L S R =",
  "What is L minus R?",
  "How much is L S R?",
];

function exchangeFor(sum: Sum, form: string): Exchange {
  const user = form.replace("L", `${sum.left}`).replace("S", sum.sign).replace(/R/, `${sum.right}`);
  return { user, answer: solve(sum), short: `${resultOf(sum)}` };
}

function resultOf({ left, sign, right }: Sum): number {
  return sign === "+" ? left + right : left - right;
}

function numbers(): number[] {
  return span(0, LARGEST_NUMBER);
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
