import type { Segment } from "./attention";
import type { Window } from "./window";

/** The documents of several windows as stretches of rows, one window after another. */
export function segmentsOf(windows: readonly Window[]): { segments: Segment[]; rows: number } {
  const segments: Segment[] = [];
  let rows = 0;
  for (const { ids, starts } of windows) {
    starts.forEach((start, index) =>
      segments.push({ start: rows + start, length: (starts[index + 1] ?? ids.length) - start }),
    );
    rows += ids.length;
  }
  return { segments, rows };
}

/** Every row with its position in its document. */
export function forEachPosition(
  segments: readonly Segment[],
  act: (row: number, position: number) => void,
): void {
  for (const { start, length } of segments) {
    for (let position = 0; position < length; position += 1) act(start + position, position);
  }
}
