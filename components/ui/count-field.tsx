import { useId, useState } from "react";

export type CountFieldProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  /** What to say of a number that cannot be. */
  error: string;
  /** Undefined while what is typed cannot be. */
  onChange: (value: number | undefined) => void;
};

/**
 * A small whole number that is always there. What cannot be is kept as typed, and said: at once when it is too much, when
 * the field is left when it is too little, for it may be the beginning of more. Left empty, the last one stands again.
 */
export function CountField({ label, value, min, max, error, onChange }: CountFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const canBe = (count: number) => Number.isInteger(count) && count >= min && count <= max;
  const write = (field: HTMLInputElement) => {
    const count = field.valueAsNumber;
    setDraft(field.value);
    setWrong(field.validity.badInput || count > max);
    onChange(canBe(count) ? count : undefined);
  };
  const leave = (field: HTMLInputElement) => {
    const isEmpty = field.value === "" && !field.validity.badInput;
    if (!isEmpty && !canBe(field.valueAsNumber)) return setWrong(true);
    setDraft(undefined);
    if (isEmpty) onChange(value);
  };
  return (
    <>
      <input
        type="number"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? id : undefined}
        min={min}
        max={max}
        value={draft ?? value}
        autoComplete="off"
        onChange={(event) => write(event.target)}
        onBlur={(event) => leave(event.target)}
        className={`w-16 rounded-md border bg-panel px-2 py-1.5 text-right ${isWrong ? "border-danger" : "border-edge"}`}
      />
      {isWrong && (
        <p id={id} role="alert" className="basis-full text-xs text-danger">
          {error}
        </p>
      )}
    </>
  );
}
