import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { unitIndexAt, type Unit } from "@/lib/odds/join-tokens";
import type { AnswerOdds } from "@/lib/odds/odds";
import { UnitChunks } from "@/lib/odds/unit-chunks";
import { PlaceDetails } from "./place-details";
import { TokenFigures } from "./token-figures";
import { TokenLegend } from "./token-legend";
import { TokenText } from "./token-text";

export type TokenViewProps = {
  odds: AnswerOdds;
  /** What stands before it and is none of its tokens: the beginning that the model was given. */
  given?: string;
  /** Names the answer, for who does not see where it stands. */
  label: string;
  /** Index of the token whose place is open. */
  chosen: number | undefined;
  /** Index of the token that the lens stands on. */
  inLens?: number;
  onChoose: (index: number | undefined) => void;
  /** Puts text on the clipboard; false when it could not. */
  onCopy: (text: string) => Promise<boolean>;
  /** What might have stood at a place, given the index of its token. */
  renderPlace: (index: number) => ReactNode;
};

/** An answer with the odds of its tokens: text with rare ones underlined, the chosen one's place, figures, a legend. */
export function TokenView({
  odds,
  given,
  label,
  chosen,
  inLens,
  onChoose,
  onCopy,
  renderPlace,
}: TokenViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const place = useId();
  const hint = useId();
  const [joined] = useState(() => new UnitChunks());
  const { units, chunks } = useMemo(() => joined.update(odds.tokens), [joined, odds.tokens]);
  const chosenUnit = chosen === undefined ? undefined : unitIndexAt(units, chosen);
  const isOpen = chosen !== undefined && chosenUnit !== undefined;

  const letGo = () => {
    onChoose(undefined);
    root.current?.querySelector<HTMLElement>("[data-unit][tabindex]")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isOpen) return;
    // Nothing else that listens to Escape is meant, such as a dialog around the answer.
    event.preventDefault();
    event.stopPropagation();
    letGo();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears Escape, as the place's button does
    <div ref={root} onKeyDown={onKeyDown}>
      <TokenText
        units={units}
        chunks={chunks}
        given={given}
        label={label}
        hint={hint}
        chosen={chosenUnit}
        inLens={inLens === undefined ? undefined : unitIndexAt(units, inLens)}
        place={place}
        onChoose={(unit) => onChoose(unit === undefined ? undefined : units[unit]?.from)}
      />
      {isOpen && (
        <PlaceDetails
          id={place}
          tokens={odds.tokens}
          unit={units[chosenUnit] as Unit}
          chosen={chosen}
          onChoose={onChoose}
          onClose={letGo}
        >
          {renderPlace(chosen)}
        </PlaceDetails>
      )}
      {units.length > 0 && <TokenFigures odds={odds} units={units} onChoose={onChoose} onCopy={onCopy} />}
      <TokenLegend hint={hint} isInLens={inLens !== undefined && inLens !== chosen} />
    </div>
  );
}
