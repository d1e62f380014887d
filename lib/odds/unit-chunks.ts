import { TokenJoiner, type Unit } from "./join-tokens";
import type { AnswerToken } from "./odds";

/** A chunk ends with the first line that ends after so many units. */
export const LEAST_UNITS = 32;
/** A line that is longer than any reader's paragraph ends its chunk at the next word, or at the latest at twice as many. */
export const MOST_UNITS = 256;

/**
 * Units that are laid out and drawn together, a block of their own: few enough to be drawn again in no time, many enough
 * that a long answer has few of them.
 */
export type Chunk = { first: number; units: readonly Unit[] };

export type ChunkedUnits = { units: readonly Unit[]; chunks: readonly Chunk[] };

/** The units of a growing answer in chunks: a chunk whose units did not change stays the same object. */
export class UnitChunks {
  private readonly joiner = new TokenJoiner();
  private last: ChunkedUnits = { units: [], chunks: [] };

  /** All tokens so far, not only the new ones. What comes back is never changed later. */
  update(tokens: readonly AnswerToken[]): ChunkedUnits {
    const units = this.joiner.update(tokens);
    if (units !== this.last.units) {
      const before = this.last.chunks;
      const chunks = cutIntoChunks(units).map((chunk, index) => {
        const old = before[index];
        return old && isSame(old, chunk) ? old : chunk;
      });
      this.last = { units, chunks };
    }
    return this.last;
  }
}

/** Which chunk holds a unit; undefined when none does. */
export function chunkOf(chunks: readonly Chunk[], unit: number): number | undefined {
  const index = chunks.findIndex(({ first, units }) => unit >= first && unit < first + units.length);
  return index < 0 ? undefined : index;
}

function cutIntoChunks(units: readonly Unit[]): Chunk[] {
  const chunks: Chunk[] = [];
  let first = 0;
  for (let at = 0; at < units.length; at += 1) {
    if (at + 1 < units.length && !isEnd(units, at, at + 1 - first)) continue;
    chunks.push({ first, units: units.slice(first, at + 1) });
    first = at + 1;
  }
  return chunks;
}

/** Whether a chunk of `count` units ends with the unit at `at`; another follows it. */
function isEnd(units: readonly Unit[], at: number, count: number): boolean {
  if (count >= LEAST_UNITS && (units[at] as Unit).text.endsWith("\n")) return true;
  return count >= 2 * MOST_UNITS || (count >= MOST_UNITS && /^\s/.test((units[at + 1] as Unit).text));
}

function isSame(one: Chunk, other: Chunk): boolean {
  return (
    one.first === other.first &&
    one.units.length === other.units.length &&
    one.units.every((unit, at) => unit === other.units[at])
  );
}
