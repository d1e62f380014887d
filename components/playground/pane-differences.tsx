import type { Pane } from "@/lib/playground/experiment";
import { useDeskPart } from "./desk-context";
import { FirstFew } from "./first-few";
import { useDifferences, useDifferenceText } from "./use-pane-title";

/** So many stand in a pane's head: with more, the answer below would have no room left. */
const FEW = 4;

/** What sets a pane apart from the others: the first of it, and the rest when it is asked for, in a box of its own. */
export function PaneDifferences({ pane }: { pane: Pane }) {
  const panes = useDeskPart((desk) => desk.experiment.panes);
  const text = useDifferenceText();
  const all = useDifferences()(pane, panes);
  if (all.length === 0) return null;
  return (
    <ul className="mt-1.5 flex max-h-24 flex-wrap items-center gap-1.5 overflow-y-auto">
      <FirstFew
        items={all}
        few={FEW}
        renderItem={(difference) => (
          <li
            key={difference.key}
            className="rounded-[5px] border border-edge px-2 text-xs font-medium wrap-anywhere"
          >
            {text(difference)}
          </li>
        )}
      />
    </ul>
  );
}
