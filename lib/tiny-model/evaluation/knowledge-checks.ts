import { SUMS, solve } from "../corpus/arithmetic";
import { FACTS } from "../corpus/facts";
import type { Answerer } from "./answerer";
import { check, type Check } from "./check";

/** What it was taught to know: every fact in every form, every sum. All of it was in the training text. */
export function checkKnowledge(sprout: Answerer): Check[] {
  const exact = (asked: string, expected: string) => {
    const answered = sprout.answer(asked);
    return { asked, answered, isRight: answered === expected };
  };
  const sums = SUMS.filter(({ sign }) => sign === "+");
  const differences = SUMS.filter(({ sign }) => sign === "-");
  const question = ({ left, sign, right }: (typeof SUMS)[number]) => `What is ${left} ${sign} ${right}?`;
  return [
    check("facts", FACTS, ({ question: asked, answer }) => exact(asked, answer)),
    check("facts, lower case and no question mark", FACTS, ({ question: asked, answer }) =>
      exact(asked.toLowerCase().replace(/[.?]$/, ""), answer),
    ),
    check("sums", sums, (sum) => exact(question(sum), solve(sum))),
    check("differences", differences, (sum) => exact(question(sum), solve(sum))),
  ];
}
