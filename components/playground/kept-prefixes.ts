/** Where the browser keeps desks, under these and an id: one's own, and those that came with a link. */
export const OWN_PREFIX = "fader.desk.";
export const LINKED_PREFIX = "fader.linked.";

export const KEPT_PREFIXES = [OWN_PREFIX, LINKED_PREFIX];
