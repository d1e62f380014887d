import type { Desk } from "./experiment";

/** What a link does to a control: it stands there without being moved, or it is not there. */
export type Hold = "locked" | "hidden";

/**
 * How the link that the desk came from holds a control (a name of `LOCKABLE_CONTROLS`); undefined: not at all. This is
 * presentation, for a class: one press on "Unlock" undoes it, and nothing is refused because of it.
 */
export function holdOf({ link }: Pick<Desk, "link">, control: string): Hold | undefined {
  if (link?.hide?.includes(control)) return "hidden";
  return link?.lock?.includes(control) ? "locked" : undefined;
}

/** The desk with every control free again; the rest of it, and what it is from, stays. */
export function unlocked(desk: Desk): Desk {
  if (!desk.link) return desk;
  const { lock: _, hide: __, ...link } = desk.link;
  return { ...desk, link };
}
