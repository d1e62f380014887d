import { useId, useState } from "react";

export type NumberFieldProps = {
  label: string;
  /** Undefined shows the placeholder: nothing is set. */
  value: number | undefined;
  min: number;
  max: number;
  wholeOnly: boolean;
  step: number;
  placeholder: string;
  /** What to say of a number that cannot be. */
  error: string;
  onChange: (value: number | undefined) => void;
};

/** A number one types. What cannot be is kept as typed, and said, never bent into the range. Empty is unset. */
export function NumberField({
  label,
  value,
  min,
  max,
  wholeOnly,
  step,
  placeholder,
  error,
  onChange,
}: NumberFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const read = (text: string): number | undefined => {
    const number = Number(text.trim().replace(",", "."));
    return Number.isFinite(number) &&
      number >= min &&
      number <= max &&
      (!wholeOnly || Number.isInteger(number))
      ? number
      : undefined;
  };
  const isWrong = draft !== undefined && draft.trim() !== "" && read(draft) === undefined;
  const write = (text: string) => {
    setDraft(text);
    if (text.trim() === "") onChange(undefined);
    else if (read(text) !== undefined) onChange(read(text));
  };
  const nudge = (by: number) => {
    const next = Math.min(max, Math.max(min, Number(((value ?? min) + by * step).toFixed(6))));
    setDraft(undefined);
    onChange(next);
  };
  return (
    <>
      <input
        role="spinbutton"
        inputMode={wholeOnly ? "numeric" : "decimal"}
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuetext={value === undefined ? placeholder : undefined}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? id : undefined}
        value={draft ?? (value === undefined ? "" : String(value))}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (!by) return;
          event.preventDefault();
          nudge(by);
        }}
        onBlur={() => {
          if (!isWrong) setDraft(undefined);
        }}
        className={`w-20 rounded-md border bg-panel px-2 py-0.5 text-right placeholder:text-mute ${
          isWrong ? "border-danger" : "border-edge"
        } ${value === undefined && draft === undefined ? "border-dashed" : ""}`}
      />
      {isWrong && (
        <p id={id} role="alert" className="basis-full text-right text-xs text-danger">
          {error}
        </p>
      )}
    </>
  );
}
