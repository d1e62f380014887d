import { holdOf, type Hold } from "../playground/hold";
import type { Desk } from "../playground/experiment";
import { LOCKABLE_CONTROLS, type LockableControl } from "./link-document";

/** What a link that is being made will do to each control; what is not named stays free. */
export type Holds = Partial<Record<LockableControl, Hold>>;

/** How the link that the desk came from holds its controls: a link made again does the same, unless it is changed. */
export function holdsOf(desk: Pick<Desk, "link">): Holds {
  return Object.fromEntries(
    LOCKABLE_CONTROLS.flatMap((control) => {
      const hold = holdOf(desk, control);
      return hold ? [[control, hold]] : [];
    }),
  );
}

/** The same as a document has it: two lists, in the order of the desk. */
export function holdLists(holds: Holds): { lock: LockableControl[]; hide: LockableControl[] } {
  const those = (hold: Hold) => LOCKABLE_CONTROLS.filter((control) => holds[control] === hold);
  return { lock: those("locked"), hide: those("hidden") };
}
