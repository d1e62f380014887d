import type { EndReason } from "@/lib/run-events";
import type { SproutEngine } from "@/lib/server/sprout/round-robin";
import type { SproutStep } from "@/lib/server/sprout/protocol";

/** An engine that answers with the numbers from 1 to `tokens`, and counts what it has made and given back. */
export function countingEngine(tokens: number) {
  const counts = { made: 0, closed: 0 };
  const engine: SproutEngine = () => {
    function* steps(): Generator<SproutStep, EndReason> {
      try {
        for (let n = 1; n <= tokens; n += 1) {
          counts.made += 1;
          yield { text: `${n} ` };
        }
        return "complete";
      } finally {
        counts.closed += 1;
      }
    }
    return { input: 3, steps: steps() };
  };
  return { engine, counts };
}
