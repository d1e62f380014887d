import { useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import type { Unit } from "@/lib/odds/join-tokens";
import { chunkOf, type ChunkedUnits } from "@/lib/odds/unit-chunks";
import { unitAfterKey } from "./cursor-steps";
import { UnitChunk } from "./unit-chunk";
import { useOddsTexts } from "./use-odds-texts";

export type TokenTextProps = ChunkedUnits & {
  /** What stands before it. */
  given?: string;
  label: string;
  /** Id of what says how to use it. */
  hint: string;
  /** The unit whose place is open, and the place's id. */
  chosen: number | undefined;
  place: string;
  /** The unit that the lens stands on. */
  inLens?: number;
  /** Called with the unit whose place is to be open; undefined for none. */
  onChoose: (unit: number | undefined) => void;
};

/** An answer as text that one can walk through unit by unit: one stop of Tab, one handler of clicks, one of keys. */
export function TokenText(props: TokenTextProps) {
  const { units, chunks, given, label, hint, chosen, place, inLens, onChoose } = props;
  const texts = useOddsTexts();
  const root = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(chosen ?? 0);
  const [chosenBefore, setChosenBefore] = useState(chosen);
  // What is chosen elsewhere takes the cursor along.
  if (chosen !== chosenBefore) {
    setChosenBefore(chosen);
    if (chosen !== undefined) setWanted(chosen);
  }
  const cursor = Math.min(wanted, units.length - 1);

  const elementOf = (unit: number) =>
    root.current?.children[chunkOf(chunks, unit) ?? -1]?.querySelector<HTMLElement>(`[data-unit="${unit}"]`);
  const moveTo = (unit: number, choose = false) => {
    // Drawn at once: only then the unit can take focus.
    flushSync(() => {
      setWanted(unit);
      if (choose) onChoose(unit === chosen ? undefined : unit);
    });
    // What was chosen was in sight, and its place has scrolled to where it is seen.
    elementOf(unit)?.focus({ preventScroll: choose });
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const unit = (event.target as Element).closest<HTMLElement>("[data-unit]")?.dataset.unit;
    // A pointer that has marked some text has chosen no token.
    const hasMarked = event.detail > 0 && document.getSelection()?.isCollapsed === false;
    if (unit !== undefined && !hasMarked) moveTo(Number(unit), true);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isPress = (event.key === "Enter" || event.key === " ") && !hasModifier(event);
    const next = unitAfterKey(event, units, cursor, (unit) => [...(elementOf(unit)?.getClientRects() ?? [])]);
    if (!isPress && next === undefined) return;
    event.preventDefault();
    moveTo(next ?? cursor, isPress);
  };

  return (
    // The units inside are the controls; one handler serves ten thousand of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={root}
      role="group"
      aria-label={label}
      aria-describedby={hint}
      className="leading-7 wrap-break-word whitespace-pre-wrap"
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {chunks.map((chunk, index) => {
        const ifHere = (unit: number | undefined) =>
          unit !== undefined && unit >= chunk.first && unit < chunk.first + chunk.units.length
            ? unit
            : undefined;
        const here = ifHere(cursor);
        return (
          <UnitChunk
            key={chunk.first}
            chunk={chunk}
            given={index === 0 ? given : undefined}
            cursor={here}
            cursorLabel={here === undefined ? undefined : texts.unit(units[here] as Unit)}
            chosen={ifHere(chosen)}
            inLens={ifHere(inLens)}
            place={place}
          />
        );
      })}
    </div>
  );
}

function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}
