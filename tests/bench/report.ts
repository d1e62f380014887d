/** One table of a report; cells are already words. */
export type Table = { title: string; columns: string[]; rows: string[][] };

/** A figure that is to stay on one side of a bound. Both are in `unit`. */
export type Goal = { what: string; figure: number; is: "at most" | "at least"; bound: number; unit: string };

/** What one part of the bench found. `raw` is everything it measured, as JSON. */
export type Section = { name: string; tables: Table[]; goals: Goal[]; raw: unknown };

export function isMet({ figure, is, bound }: Goal): boolean {
  return is === "at most" ? figure <= bound : figure >= bound;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which `share` of all values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

/** Of each figure of several measurements the value in the middle; throws where there were none. */
export function medianOfEach<Figures extends Record<string, number>>(all: readonly Figures[]): Figures {
  if (!all[0]) throw new Error("nothing was measured");
  const names = Object.keys(all[0]) as (keyof Figures)[];
  return Object.fromEntries(names.map((name) => [name, median(all.map((each) => each[name]))])) as Figures;
}
