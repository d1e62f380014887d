/** How the rail stands: "auto" is beside the panes where there is room for it, and folded to the edge below 1280 px. */
export type Folding = "auto" | "open" | "folded";
