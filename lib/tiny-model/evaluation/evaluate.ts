import type { Answerer } from "./answerer";
import { checkBehaviour } from "./behaviour-checks";
import type { Check } from "./check";
import { checkKnowledge } from "./knowledge-checks";
import { checkOdds, type OddsCheck } from "./odds-check";
import { drawSamples, type Sample } from "./samples";
import { checkStories } from "./story-checks";

export type Evaluation = { checks: Check[]; odds: OddsCheck[]; largestDeviation: number; samples: Sample[] };

/** All that is measured of Sprout. The same weights give the same figures. */
export function evaluate(sprout: Answerer): Evaluation {
  const odds = checkOdds(sprout);
  return {
    checks: [...checkKnowledge(sprout), ...checkStories(sprout), ...checkBehaviour(sprout)],
    odds,
    largestDeviation: Math.max(...odds.map(({ deviation }) => deviation)),
    samples: drawSamples(sprout),
  };
}
