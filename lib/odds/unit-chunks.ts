import { TokenJoiner, type Unit } from "./join-tokens";
import type { AnswerToken } from "./odds";

/** Units that are drawn together: few enough to draw again in no time, many enough that a long answer has few of them. */
export const CHUNK_UNITS = 128;

export type ChunkedUnits = {
  units: readonly Unit[];
  /** The same units, `CHUNK_UNITS` to each chunk but the last. */
  chunks: readonly (readonly Unit[])[];
};

/** The units of a growing answer in chunks: a chunk whose units did not change stays the same array. */
export class UnitChunks {
  private readonly joiner = new TokenJoiner();
  private last: ChunkedUnits = { units: [], chunks: [] };

  /** All tokens so far, not only the new ones. What comes back is never changed later. */
  update(tokens: readonly AnswerToken[]): ChunkedUnits {
    const units = this.joiner.update(tokens);
    if (units !== this.last.units) {
      const before = this.last.chunks;
      const count = Math.ceil(units.length / CHUNK_UNITS);
      const chunks = Array.from({ length: count }, (_, index) => {
        const chunk = units.slice(index * CHUNK_UNITS, (index + 1) * CHUNK_UNITS);
        const old = before[index];
        return old?.length === chunk.length && old.every((unit, at) => unit === chunk[at]) ? old : chunk;
      });
      this.last = { units, chunks };
    }
    return this.last;
  }
}
