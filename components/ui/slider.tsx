import type { KeyboardEvent } from "react";

export type SliderProps = {
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** Where the mark stands that says "default". */
  mark: number;
  isSet: boolean;
  valueText: string;
  describedBy?: string;
  regionEntry?: boolean;
  onChange: (value: number) => void;
  onReset: () => void;
};

/** A native range over a drawn track: filled up to the value, with the default marked. Delete takes the value away. */
export function Slider({
  label,
  min,
  max,
  step,
  value,
  mark,
  isSet,
  valueText,
  describedBy,
  regionEntry,
  onChange,
  onReset,
}: SliderProps) {
  const percent = (at: number) => `${(100 * (Math.min(Math.max(at, min), max) - min)) / (max - min)}%`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    onReset();
  };
  return (
    <div className="relative h-6.5">
      {/* The thumb's middle travels from 7px to 7px before the end, so the track is inset by as much. */}
      <svg aria-hidden className="absolute inset-x-[7px] top-0 h-full w-[calc(100%-14px)] overflow-visible">
        <rect y="11.5" width="100%" height="3" rx="1.5" className="fill-edge opacity-45" />
        {isSet && <rect y="11.5" width={percent(value)} height="3" rx="1.5" className="fill-accent" />}
        <line
          x1={percent(mark)}
          x2={percent(mark)}
          y1="6.5"
          y2="19.5"
          strokeWidth="2"
          className="stroke-edge"
        />
      </svg>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={valueText}
        aria-describedby={describedBy}
        data-region-entry={regionEntry ? "" : undefined}
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        onKeyDown={onKeyDown}
        className="fader-range absolute inset-0 w-full"
      />
    </div>
  );
}
