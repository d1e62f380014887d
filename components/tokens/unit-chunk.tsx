import { memo } from "react";
import { rarity } from "@/lib/odds/answer-figures";
import type { Unit } from "@/lib/odds/join-tokens";
import type { Chunk } from "@/lib/odds/unit-chunks";
import { RARITY_LINES } from "./rarity-lines";

export type UnitChunkProps = {
  chunk: Chunk;
  /** What stands before the first one. */
  given: string | undefined;
  /** The unit that keys move, if it is one of these, and what it is called. */
  cursor: number | undefined;
  cursorLabel: string | undefined;
  /** The unit whose place is open, if it is one of these. */
  chosen: number | undefined;
  /** The unit that the lens stands on, if it is one of these. */
  inLens?: number;
  /** Id of the open place. */
  place: string;
};

/** Focus has an outline of its own. */
const CHOSEN = "bg-sunk not-focus-visible:outline-1 not-focus-visible:outline-accent";
/** The lens shows its odds, though nobody chose it. */
const IN_LENS =
  "not-focus-visible:outline-1 not-focus-visible:outline-dashed not-focus-visible:outline-accent";

/**
 * Some units of an answer, as text. It is drawn again only when one of them changes or the cursor comes or goes, and laid out
 * and painted only near what is seen; its sides leave room for outlines, which would be cut off. Only the cursor's unit is a
 * control: for a screen reader all others are what they say.
 */
export const UnitChunk = memo(function UnitChunk(props: UnitChunkProps) {
  const { chunk, given, cursor, cursorLabel, chosen, inLens, place } = props;
  return (
    <div className="-mx-1.5 px-1.5 [contain-intrinsic-size:auto_84px] [content-visibility:auto] [&>[data-unit]]:cursor-pointer [&>[data-unit]]:rounded-sm [&>[data-unit]]:hover:bg-sunk">
      {given && <span className="text-mute">{given}</span>}
      {chunk.units.map((unit, at) => {
        const index = chunk.first + at;
        const isChosen = index === chosen;
        const control = index === cursor && {
          role: "button",
          tabIndex: 0,
          "aria-label": cursorLabel,
          "aria-expanded": isChosen,
          "aria-controls": isChosen ? place : undefined,
        };
        return (
          <span
            key={index}
            data-unit={index}
            className={classOf(unit, isChosen, index === inLens)}
            {...control}
          >
            {unit.text}
          </span>
        );
      })}
    </div>
  );
});

function classOf({ text, own }: Unit, isChosen: boolean, isInLens: boolean): string | undefined {
  const classes = [RARITY_LINES[rarity(own)], markOf(text), isChosen ? CHOSEN : isInLens ? IN_LENS : ""];
  return classes.filter(Boolean).join(" ") || undefined;
}

/** A sign before what would not be seen. It is not part of the text: neither selected nor read out. */
function markOf(text: string): string {
  if (text === "") return "before:text-mute before:content-['∎'_/_'']";
  return /^\s*\n\s*$/.test(text) ? "before:text-mute before:content-['↵'_/_'']" : "";
}
