/** The outcome of many alike questions. */
export type Check = {
  name: string;
  passed: number;
  total: number;
  misses: { asked: string; answered: string }[];
};

/** How many misses are kept. */
const KEPT = 12;

/** Asks each case and counts the answers that pass. */
export function check<Case>(
  name: string,
  cases: readonly Case[],
  ask: (item: Case) => { asked: string; answered: string; isRight: boolean },
): Check {
  const results = cases.map(ask);
  const misses = results.filter(({ isRight }) => !isRight);
  return {
    name,
    passed: results.length - misses.length,
    total: results.length,
    misses: misses.slice(0, KEPT).map(({ asked, answered }) => ({ asked, answered })),
  };
}
