import type { Rarity } from "@/lib/odds/answer-figures";

/** How rarity is drawn: one hue, told apart by pattern and thickness. */
export const RARITY_LINES: Record<Rarity, string> = {
  common: "",
  uncommon: "underline decoration-accent decoration-dotted decoration-2 underline-offset-4",
  rare: "underline decoration-accent decoration-2 underline-offset-4",
  rarest: "underline decoration-accent decoration-4 underline-offset-4",
};
